/* The bytes of the index. Numbers are LEB128: seven bits a byte, the lowest first. */
#include "search/postings.h"

enum { NUMBER_MOST = 10 }; /* bytes */

static const size_t longest_word = 1 << 16;

static unsigned char *put_number(unsigned char *to, uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        *to++ = (unsigned char)(value | 0x80);
    *to++ = (unsigned char)value;
    return to;
}

static bool take_number(struct span *from, uint64_t *out)
{
    *out = 0;
    for (unsigned shift = 0; from->length && shift < 63; shift += 7) {
        unsigned char byte = (unsigned char)*from->at++;
        from->length--;
        *out |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

static bool take_bytes(struct span *from, uint64_t length, struct span *out)
{
    if (length > from->length)
        return false;
    *out = (struct span){from->at, (size_t)length};
    from->at += length;
    from->length -= (size_t)length;
    return true;
}

/* For each record: the difference to the record before, doubled, and odd where it has one occurrence; else
 * how many follow; then the first position and the differences of the others. */
static unsigned char *put_occurrences(unsigned char *to, const occurrence *at, size_t count)
{
    uint32_t before = 0;
    for (size_t i = 0; i < count;) {
        uint32_t record = (uint32_t)(at[i] >> 32);
        size_t end = i + 1;
        while (end < count && at[end] >> 32 == record)
            end++;
        to = put_number(to, (uint64_t)(record - before) << 1 | (end - i == 1));
        if (end - i > 1)
            to = put_number(to, end - i);
        for (uint32_t position = 0; i < end; i++) {
            to = put_number(to, (uint32_t)at[i] - position);
            position = (uint32_t)at[i];
        }
        before = record;
    }
    return to;
}

void postings_append(struct buffer *block, struct span before, struct span word, const occurrence *at,
                     size_t count)
{
    size_t shared = 0;
    while (shared < before.length && shared < word.length && before.at[shared] == word.at[shared])
        shared++;
    /* At most a difference, a number and a position of five bytes each, for each occurrence. */
    if (count > SIZE_MAX / 32 || !buffer_reserve(block, word.length + (size_t)3 * NUMBER_MOST + 16 * count))
        return;
    unsigned char *to = (unsigned char *)block->data + block->length;
    to = put_number(to, shared);
    to = put_number(to, word.length - shared);
    memcpy(to, word.at + shared, word.length - shared);
    to += word.length - shared;
    /* Their length stands before them and is known behind them. */
    unsigned char *begin = to + NUMBER_MOST;
    size_t length = (size_t)(put_occurrences(begin, at, count) - begin);
    to = put_number(to, length);
    memmove(to, begin, length);
    block->length = (size_t)(to + length - (unsigned char *)block->data);
}

void postings_init(struct postings_reader *reader, struct span block)
{
    *reader = (struct postings_reader){.rest = block};
    buffer_init(&reader->word, longest_word);
}

void postings_release(struct postings_reader *reader)
{
    buffer_release(&reader->word);
}

bool postings_next(struct postings_reader *reader)
{
    uint64_t shared;
    uint64_t length;
    struct span letters;
    struct span *rest = &reader->rest;
    if (!take_number(rest, &shared) || !take_number(rest, &length) || !take_bytes(rest, length, &letters) ||
        shared > reader->word.length)
        return false;
    reader->word.length = (size_t)shared;
    buffer_append_span(&reader->word, letters);
    return buffer_ok(&reader->word) && take_number(rest, &length) && take_bytes(rest, length, &reader->bytes);
}

/* The next record's difference and how many occurrences it has. */
static bool take_record(struct span *bytes, struct postings_state *state)
{
    uint64_t difference;
    uint64_t count = 1;
    if (!take_number(bytes, &difference) || (!(difference & 1) && !take_number(bytes, &count)) ||
        count == 0 || count > UINT32_MAX || difference >> 1 > UINT32_MAX - state->record)
        return false;
    state->record += (uint32_t)(difference >> 1);
    state->position = 0;
    state->left = (uint32_t)count;
    return true;
}

bool postings_take(struct span *bytes, struct postings_state *state, occurrence *out)
{
    uint64_t step;
    if (state->left == 0 && !take_record(bytes, state))
        return false;
    if (!take_number(bytes, &step) || step > UINT32_MAX - state->position)
        return false;
    state->position += (uint32_t)step;
    state->left--;
    *out = OCCURRENCE(state->record, state->position);
    return true;
}
