/* Whatever bytes come in, what html_escape writes is UTF-8 and holds no sign of markup. */
#include "base/buffer.h"
#include "reports/html.h"
#include "reports/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer out;
    buffer_init(&out, (size_t)1 << 26);
    html_escape(&out, (struct span){(const char *)data, size});
    if (!utf8_is_valid(buffer_all(&out)))
        abort();
    for (size_t i = 0; i < out.length; i++)
        if (strchr("<>\"'", out.data[i]) && out.data[i])
            abort();
    for (size_t i = 0; i < out.length; i++)
        if (((unsigned char)out.data[i] < 0x20 && out.data[i] != '\n' && out.data[i] != '\t'))
            abort();
    buffer_release(&out);
    return 0;
}
