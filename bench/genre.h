/* Invented adverts of one genre: sentences from a few dozen frames whose places are filled from word lists,
 * as independent authors of one trade do. Words are ids; how they are spelled is a script's affair. */
#ifndef BENCH_GENRE_H
#define BENCH_GENRE_H

#include "base/buffer.h"
#include "base/random.h"

#define GENRE_SENTENCE_MOST 40u

enum genre_script {
    GENRE_LATIN,
    GENRE_HOMOGLYPHS,
    GENRE_EMOJI,
    GENRE_CYRILLIC,
    GENRE_CHINESE,
    GENRE_SCRIPTS
};

extern const char *const genre_script_names[GENRE_SCRIPTS];

/* Word lists and frames, read once. */
struct genre {
    struct span *words; /* by id, those of the lists and frames first, then invented proper names */
    uint32_t word_count, word_room;
    uint32_t *list_first; /* of each list 'A'..'Z': its first id; lists are consecutive */
    uint32_t frame_count;
    uint32_t *frames; /* of frame f: GENRE_SENTENCE_MOST places; a word id, or 'A'..'Z' with the top bit */
    uint8_t *frame_length; /* words */
    struct buffer letters;
};

bool genre_init(struct genre *genre);
void genre_release(struct genre *genre);

/* A sentence of at most GENRE_SENTENCE_MOST words from a frame, its places filled by chance. */
uint32_t genre_sentence(const struct genre *genre, struct random *random, uint32_t frame, uint32_t *words);
/* A proper name, a brand, a misspelling: a word that few authors use. */
uint32_t genre_own_word(const struct genre *genre, struct random *random);
/* A word as often as sentences have it. */
uint32_t genre_word(const struct genre *genre, struct random *random);

/* Writes a word and what divides it from the next: in Chinese nothing; homoglyphs replace one letter in six,
 * emoji follow one word in eight. */
void genre_put(const struct genre *genre, struct random *random, enum genre_script script, uint32_t word,
               struct buffer *out);

#endif
