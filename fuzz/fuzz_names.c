/* Names and addresses taken apart and compared: each half of the bytes is one side. Never crashes; comparing
 * is symmetric. */
#include "names/parsed_name.h"
#include "places/address.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span a = {(const char *)data, size / 2};
    const struct span b = {(const char *)data + size / 2, size - size / 2};
    struct parsed_name x;
    struct parsed_name y;
    struct name_agreement there;
    struct name_agreement back;
    name_parse(a, &x);
    name_parse(b, &y);
    assert(x.count <= NAME_PARTS && y.count <= NAME_PARTS);
    name_compare(&x, &y, &there);
    name_compare(&y, &x, &back);
    assert(there.grade == back.grade && there.left_a == back.left_b);
    struct parsed_address p;
    struct parsed_address q;
    address_parse(a, b, (struct span){0}, &p);
    address_parse(b, (struct span){0}, a, &q);
    enum address_grade grade = address_compare(&p, &q);
    assert(grade == address_compare(&q, &p));
    (void)grade;
    return 0;
}
