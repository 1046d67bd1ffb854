/* The comparable fields of mentions. */
#include "links/portraits.h"

#include "base/memory.h"
#include "places/address.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST_FOLDED 200 /* bytes of a value that are compared */

size_t portrait_fold(struct span value, char *out, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < value.length && length < size; i++) {
        unsigned char c = (unsigned char)value.at[i];
        if (c >= 'A' && c <= 'Z')
            c = (unsigned char)(c - 'A' + 'a');
        bool keep = c >= 128 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (c == '\'')
            continue;
        if (keep)
            out[length++] = (char)c;
        else if (length && out[length - 1] != ' ')
            out[length++] = ' ';
    }
    while (length && out[length - 1] == ' ')
        length--;
    return length;
}

static unsigned number_of(const unsigned *parts, unsigned index, unsigned most)
{
    return parts[index] > most ? 0 : parts[index];
}

struct birth portrait_birth(struct span value)
{
    unsigned parts[3] = {0, 0, 0};
    unsigned digits[3] = {0, 0, 0};
    unsigned count = 0;
    for (size_t i = 0; i < value.length && count < 3; i++) {
        char c = value.at[i];
        if (c >= '0' && c <= '9' && digits[count] < 4) {
            parts[count] = parts[count] * 10 + (unsigned)(c - '0');
            digits[count]++;
        } else if (digits[count]) {
            if (c == 'T')
                break;
            count++;
        }
    }
    bool year_last = digits[2] == 4 && digits[0] < 3;
    bool year_first = digits[0] == 4;
    if (!year_first && !year_last)
        return (struct birth){0};
    return (struct birth){.year = (uint16_t)number_of(parts, year_last ? 2 : 0, 9999),
                          .month = (uint8_t)number_of(parts, 1, 99),
                          .day = (uint8_t)number_of(parts, year_last ? 0 : 2, 99)};
}

size_t portrait_area(struct span postcode)
{
    bool letters = false;
    for (size_t i = 0; i < postcode.length; i++)
        letters |= postcode.at[i] > '9';
    size_t tail = letters ? 3 : 2;
    return postcode.length > tail + 1 ? postcode.length - tail : postcode.length;
}

static uint32_t set_put(struct value_set *set, struct span s)
{
    uint32_t before = set->strings.count;
    uint32_t id = intern_put(&set->strings, s);
    if (!id || !memory_reserve(&set->counts, &set->counts_capacity, (size_t)id + 1, UINT32_MAX))
        return 0;
    if (id > before)
        set->counts[id] = 0;
    return id;
}

static uint32_t set_add(struct value_set *set, struct span s)
{
    uint32_t id = set_put(set, s);
    if (!id)
        return 0;
    set->counts[id]++;
    set->total++;
    return id;
}

static int compare_tokens(const void *a, const void *b)
{
    return span_compare(*(const struct span *)a, *(const struct span *)b);
}

static unsigned split_words(struct span s, struct span *words, unsigned most)
{
    unsigned count = 0;
    for (size_t i = 0; i < s.length && count < most; i++) {
        size_t start = i;
        while (i < s.length && s.at[i] != ' ')
            i++;
        words[count++] = (struct span){s.at + start, i - start};
    }
    return count;
}

static uint32_t put_token(struct portrait_table *t, struct span word)
{
    uint32_t before = t->token_set.strings.count;
    uint32_t id = set_put(&t->token_set, word);
    if (!id || !memory_reserve(&t->words, &t->words_capacity, (size_t)id + 1, UINT32_MAX))
        return 0;
    if (id > before)
        name_word_read(word, &t->words[id]);
    return id;
}

/* The words of a new name; its tokens are counted as often as names are used, in add_name. */
static bool learn_name(struct portrait_table *t, uint32_t id, struct span folded)
{
    struct span words[NAME_TOKENS];
    struct name name = {.count = (uint8_t)split_words(folded, words, NAME_TOKENS)};
    for (unsigned i = 0; i < name.count; i++) {
        name.tokens[i] = put_token(t, words[i]);
        if (!name.tokens[i])
            return false;
    }
    char sorted[MOST_FOLDED + 1];
    size_t length = 0;
    qsort(words, name.count, sizeof words[0], compare_tokens);
    for (unsigned i = 0; i < name.count; i++) {
        memcpy(sorted + length, words[i].at, words[i].length);
        length += words[i].length;
        sorted[length++] = ' ';
    }
    name.sorted = set_put(&t->sorted_set, (struct span){sorted, length});
    if (!name.sorted || !memory_reserve(&t->names, &t->names_capacity, (size_t)id + 1, UINT32_MAX))
        return false;
    t->names[id] = name;
    return true;
}

static bool add_name(struct portrait_table *t, struct span folded, uint32_t *out)
{
    uint32_t before = t->name_set.strings.count;
    uint32_t id = set_add(&t->name_set, folded);
    if (!id || (id > before && !learn_name(t, id, folded)))
        return false;
    for (unsigned i = 0; i < t->names[id].count; i++)
        t->token_set.counts[t->names[id].tokens[i]]++;
    t->sorted_set.counts[t->names[id].sorted]++;
    t->token_set.total++;
    t->sorted_set.total++;
    *out = id;
    return true;
}

static bool learn_birth(struct portrait_table *t, uint32_t id, struct span value)
{
    if (!memory_reserve(&t->births, &t->births_capacity, (size_t)id + 1, UINT32_MAX) ||
        !memory_reserve(&t->years, &t->years_capacity, (size_t)id + 1, UINT32_MAX))
        return false;
    struct birth birth = portrait_birth(value);
    char digits[4] = {(char)('0' + birth.year / 1000), (char)('0' + birth.year / 100 % 10),
                      (char)('0' + birth.year / 10 % 10), (char)('0' + birth.year % 10)};
    t->births[id] = birth;
    t->years[id] = set_put(&t->year_set, (struct span){digits, 4});
    return t->years[id];
}

/* Equal dates have one id, however they are written. */
static bool add_birth(struct portrait_table *t, struct span value, uint32_t *out)
{
    struct birth birth = portrait_birth(value);
    if (!birth.year)
        return true;
    char text[16];
    int length = snprintf(text, sizeof text, "%04u-%02u-%02u", birth.year, birth.month, birth.day);
    struct span date = {text, (size_t)length};
    uint32_t before = t->born_set.strings.count;
    uint32_t id = set_add(&t->born_set, date);
    if (!id || (id > before && !learn_birth(t, id, date)))
        return false;
    t->year_set.counts[t->years[id]]++;
    t->year_set.total++;
    *out = id;
    return true;
}

static bool add_postcode(struct portrait_table *t, struct span folded, uint32_t *out)
{
    char code[MOST_FOLDED];
    size_t length = 0;
    for (size_t i = 0; i < folded.length; i++)
        if (folded.at[i] != ' ')
            code[length++] = folded.at[i];
    uint32_t before = t->postcode_set.strings.count;
    uint32_t id = set_add(&t->postcode_set, (struct span){code, length});
    if (!id || !memory_reserve(&t->areas, &t->areas_capacity, (size_t)id + 1, UINT32_MAX))
        return false;
    if (id > before) {
        struct span whole = {code, length};
        t->areas[id] = set_put(&t->area_set, (struct span){code, portrait_area(whole)});
        if (!t->areas[id])
            return false;
    }
    t->area_set.counts[t->areas[id]]++;
    t->area_set.total++;
    *out = id;
    return true;
}

/* Locale-free; NAN where it is not a plain decimal. */
static float degrees_of(struct span s)
{
    double value = 0;
    double scale = 0;
    bool negative = false;
    for (size_t i = 0; i < s.length; i++) {
        char c = s.at[i];
        if (i == 0 && (c == '-' || c == '+'))
            negative = c == '-';
        else if (c == '.' && scale == 0)
            scale = 1;
        else if (c < '0' || c > '9')
            return NAN;
        else if (scale > 0)
            value += (c - '0') * (scale /= 10);
        else
            value = value * 10 + (c - '0');
    }
    return s.length && value <= 180 ? (float)(negative ? -value : value) : NAN;
}

static bool add_set(struct value_set *set, struct span folded, uint32_t *out)
{
    if (*out)
        return true;
    *out = set_add(set, folded);
    return *out;
}

/* Street, number and flat as places/address.h takes them apart, so that one house written in two ways is one
 * value; postcode and town have fields of their own. Where no house is told, the words as they stand. */
static bool add_address(struct portrait_table *t, struct span value, struct span folded, uint32_t *out)
{
    struct parsed_address a;
    char house[ADDRESS_HOUSE_MOST];
    address_parse(value, (struct span){"", 0}, (struct span){"", 0}, &a);
    size_t length = address_house(&a, house);
    return add_set(&t->address_set, length ? (struct span){house, length} : folded, out);
}

static bool add_value(struct portrait_table *t, struct portrait *p, enum column_type type, struct span value)
{
    char bytes[MOST_FOLDED];
    size_t length =
        type == TYPE_NAME ? name_fold(value, bytes, sizeof bytes) : portrait_fold(value, bytes, sizeof bytes);
    struct span folded = {bytes, length};
    if (!folded.length)
        return true;
    switch (type) {
    case TYPE_NAME: return p->name && p->alias ? true : add_name(t, folded, p->name ? &p->alias : &p->name);
    case TYPE_BORN: return p->born ? true : add_birth(t, value, &p->born);
    case TYPE_PLACE: return add_set(&t->place_set, folded, &p->place);
    case TYPE_POSTCODE: return p->postcode ? true : add_postcode(t, folded, &p->postcode);
    case TYPE_ADDRESS: return add_address(t, value, folded, &p->address);
    case TYPE_ATTRIBUTE: return add_set(&t->attribute_set, folded, &p->attribute);
    case TYPE_LAT: p->lat = degrees_of(span_trim(value)); return true;
    case TYPE_LON: p->lon = degrees_of(span_trim(value)); return true;
    default: return true;
    }
}

static bool is_portrayed(enum column_type type)
{
    return type == TYPE_NAME || type == TYPE_BORN || type == TYPE_PLACE || type == TYPE_POSTCODE ||
           type == TYPE_ADDRESS || type == TYPE_ATTRIBUTE || type == TYPE_LAT || type == TYPE_LON;
}

static enum portrait_class class_of(const struct link_inputs *in, mention_id m)
{
    const struct mention *mention = &in->mentions->mentions[m];
    if (mention->party == PARTY_CONTACT)
        return CLASS_ADVERT;
    bool house = mention->party == PARTY_SELF && in->records->records[mention->record].kind == KIND_PREMISES;
    return house ? CLASS_HOUSE : CLASS_PERSON;
}

static bool paint_mention(const struct link_inputs *in, struct portrait_table *t, mention_id m)
{
    const struct mention *mention = &in->mentions->mentions[m];
    struct portrait p = {.mention = m, .lat = NAN, .lon = NAN, .class = (uint8_t)class_of(in, m)};
    bool any = false;
    const struct cell *end = record_cells_end(in->records, mention->record);
    for (const struct cell *c = record_cells_begin(in->records, mention->record); c < end; c++) {
        struct role role = cell_field(in->records, c)->role;
        if (role.party != mention->party || !is_portrayed(role.type))
            continue;
        any = true;
        if (!add_value(t, &p, role.type, cell_value(in->records, c)))
            return false;
    }
    if (!any)
        return true;
    t->portraits[++t->count] = p;
    t->of_mention[m] = t->count;
    return true;
}

#define SETS 10

static void list_sets(struct portrait_table *t, struct value_set *sets[SETS])
{
    struct value_set *const all[SETS] = {&t->name_set,    &t->token_set,    &t->sorted_set,   &t->born_set,
                                         &t->year_set,    &t->place_set,    &t->postcode_set, &t->area_set,
                                         &t->address_set, &t->attribute_set};
    memcpy(sets, all, sizeof all);
}

void portrait_table_release(struct portrait_table *t)
{
    struct value_set *sets[SETS];
    list_sets(t, sets);
    for (unsigned i = 0; i < SETS; i++) {
        intern_release(&sets[i]->strings);
        memory_free(sets[i]->counts);
    }
    memory_free(t->portraits);
    memory_free(t->of_mention);
    memory_free(t->names);
    memory_free(t->words);
    memory_free(t->births);
    memory_free(t->years);
    memory_free(t->areas);
    *t = (struct portrait_table){0};
}

enum bowline_status portrait_table_build(const struct link_inputs *inputs, struct portrait_table *out,
                                         struct bowline_error *err)
{
    uint32_t count = inputs->mentions->count;
    *out = (struct portrait_table){.portraits = memory_new((size_t)count + 1, sizeof *out->portraits),
                                   .of_mention = memory_new((size_t)count + 1, sizeof *out->of_mention)};
    struct value_set *sets[SETS];
    list_sets(out, sets);
    for (unsigned i = 0; i < SETS; i++)
        intern_init(&sets[i]->strings);
    bool ok = out->portraits && out->of_mention;
    for (mention_id m = 1; ok && m <= count; m++)
        ok = paint_mention(inputs, out, m);
    if (ok)
        return BOWLINE_OK;
    portrait_table_release(out);
    return error_memory(err);
}
