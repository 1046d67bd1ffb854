/* Any pattern, a line feed, any text: a moment that begins before it ends, or a reason. */
#include "records/dates.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_date(struct span text, const char *pattern)
{
    struct moment moment = {0};
    if (!date_parse(text, pattern, &moment) && moment.begin >= moment.end)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char pattern[64] = {0};
    const uint8_t *feed = size ? memchr(data, '\n', size) : NULL;
    size_t length = feed ? (size_t)(feed - data) : 0;
    if (length < sizeof pattern)
        memcpy(pattern, data, length);
    struct span text = {(const char *)data + length, size - length};
    if (feed)
        text = (struct span){text.at + 1, text.length - 1};
    read_date(text, NULL);
    date_check_born(text);
    if (!date_check_pattern(pattern))
        read_date(text, pattern);
    return 0;
}
