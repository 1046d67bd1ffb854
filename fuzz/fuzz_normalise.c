/* Any bytes fold to valid UTF-8 of bounded length. */
#include "text/normalise.h"
#include "text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fold_table folds;
    struct buffer out;
    if (!folds.entries && fold_table_init(&folds, NULL) != BOWLINE_OK)
        abort();
    buffer_init(&out, FOLD_GROWTH * size + 1);
    normalise_text(&folds, (struct span){(const char *)data, size}, &out);
    if (!buffer_ok(&out) || utf8_valid_length(buffer_all(&out)) != out.length)
        abort();
    buffer_release(&out);
    return 0;
}
