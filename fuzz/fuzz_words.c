/* Any bytes split into words that stand in order inside the text, and into the same ones by the short way for
 * ASCII and without it. */
#include "text/words.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t read_all(const struct fold_table *folds, struct span text, bool slow)
{
    struct word_reader reader;
    struct word word;
    size_t end = 0;
    uint64_t sum = 0;
    word_reader_init(&reader, folds, text);
    reader.slow |= slow;
    while (word_next(&reader, &word)) {
        if (word.at < end || word.length == 0 || word.at + word.length > text.length ||
            reader.size > sizeof reader.folded ||
            (word_is_typed(word.kind) != (word_kind_name(word.kind) != NULL)))
            abort();
        end = word.at + word.length;
        sum = (sum * 31 + word.hash) * 31 + word.at;
    }
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fold_table folds;
    if (!folds.entries && fold_table_init(&folds, NULL) != BOWLINE_OK)
        abort();
    struct span text = {(const char *)data, size};
    if (read_all(&folds, text, false) != read_all(&folds, text, true))
        abort();
    return 0;
}
