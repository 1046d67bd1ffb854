/* A text as words and numbers with what stands between them. Offsets are bytes of the text as given. */
#ifndef OBSERVATIONS_TOKENS_H
#define OBSERVATIONS_TOKENS_H

#include "observations/vocabulary.h"

/* What stands before a token. Up to GAP_SPACE a phrase may go on. */
enum gap {
    GAP_JOIN,  /* nothing, a hyphen or an apostrophe */
    GAP_SPACE, /* white space */
    GAP_COMMA,
    GAP_QUOTE,
    GAP_OPEN,
    GAP_CLOSE,
    GAP_DASH, /* between spaces */
    GAP_MARK, /* colon, semicolon, slash, ... */
    GAP_STOP  /* a sentence begins */
};

struct token {
    uint32_t start, end;
    struct text_ref folded; /* in the pool; tokens stand there with one space between */
    uint32_t sentence;
    uint64_t classes;    /* of the word by itself: 1 << enum word_class */
    uint8_t longest;     /* words of the longest phrase that may begin here */
    uint8_t gap;         /* enum gap */
    bool is_number;      /* digits, with separators */
    bool is_capital;     /* its first letter is */
    bool is_all_capital; /* two letters or more, all are */
    bool is_accented;    /* folding changed more than capitals */
    bool has_apostrophe; /* before it: "d'Albi" */
    char currency;       /* E, D, P for a sign of euro, dollar, pound just before; F just behind: euro */
};

struct token_list {
    struct span text;
    struct token *items;
    size_t count, capacity;
    struct buffer pool;
};

void token_list_init(struct token_list *list);
void token_list_release(struct token_list *list);

/* Replaces what the list holds. Invalid UTF-8 separates words. Linear. False where memory is short. */
bool token_list_read(struct token_list *list, struct span text);

/* Looks every token up, and finds where sentences begin. Before the functions below. */
void token_list_split(struct token_list *list, const struct vocabulary *vocabulary);

/* The folded text of `count` tokens from `at`. */
struct span token_phrase(const struct token_list *list, size_t at, size_t count);

/* Whether tokens at + 1 .. at + count - 1 go on without a mark between. */
bool token_is_unbroken(const struct token_list *list, size_t at, size_t count);

/* How many tokens from `at` on are the longest phrase of that class, 0 where none is; *sense is it. */
size_t token_match(const struct token_list *list, const struct vocabulary *vocabulary, size_t at,
                   enum word_class class_, const struct word_sense **sense);

/* How many tokens that end just before `at` are such a phrase. */
size_t token_match_before(const struct token_list *list, const struct vocabulary *vocabulary, size_t at,
                          enum word_class class_);

/* Whether one token is a word of that class. */
static inline bool token_is(const struct token_list *list, size_t at, enum word_class class_)
{
    return at < list->count && list->items[at].classes >> class_ & 1;
}

#endif
