/* Any line as JSON: it is a row or there is a reason, and no cell points outside. */
#include "records/json_lines.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct json_row row;
    bool memory;
    json_row_init(&row);
    if (!json_row_parse((struct span){(const char *)data, size}, &row, &memory)) {
        for (size_t c = 0; c < row.count; c++)
            if (row.cells[c].name.at + row.cells[c].name.length > row.bytes.length ||
                row.cells[c].value.at + row.cells[c].value.length > row.bytes.length)
                abort();
    } else if (memory) {
        abort();
    }
    json_row_release(&row);
    return 0;
}
