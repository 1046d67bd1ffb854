/* Names folded and their words likened, addresses taken apart: each half of the bytes is one side. Never
 * crashes; likeness is symmetric; what is written fits. */
#include "names/name_word.h"
#include "places/address.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span a = {(const char *)data, size / 2};
    const struct span b = {(const char *)data + size / 2, size - size / 2};
    char folded[2][100];
    struct name_word x;
    struct name_word y;
    size_t lengths[2] = {name_fold(a, folded[0], sizeof folded[0]),
                         name_fold(b, folded[1], sizeof folded[1])};
    assert(lengths[0] <= sizeof folded[0] && lengths[1] <= sizeof folded[1]);
    name_word_read((struct span){folded[0], lengths[0]}, &x);
    name_word_read((struct span){folded[1], lengths[1]}, &y);
    assert(name_words_alike(&x, &y) == name_words_alike(&y, &x));
    struct parsed_address p;
    char house[ADDRESS_HOUSE_MOST];
    address_parse(a, b, (struct span){0}, &p);
    assert(address_house(&p, house) < sizeof house);
    return 0;
}
