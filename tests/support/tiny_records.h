/* A few records made by hand, with their identifiers and templates, for tests of links, entities and
 * networks. Records are described in any order and finished in a given one, so that a test can shuffle them.
 */
#ifndef SUPPORT_TINY_RECORDS_H
#define SUPPORT_TINY_RECORDS_H

#include "links/link_table.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

struct tiny_part {
    uint32_t record;     /* 0-based, as described */
    uint8_t party, type; /* of a cell */
    uint8_t identifier;  /* enum identifier_type, 0 for a cell */
    template_id member;  /* 0, or the template that the record is written from */
    millibits bits;
    char value[48];
};

struct tiny_row {
    enum record_kind kind;
    int64_t begin;
    char key[24];
};

struct tiny_case {
    struct tiny_row *rows;
    struct tiny_part *parts;
    size_t row_count, part_count, row_capacity, part_capacity;
    struct record_table records;
    struct mention_table mentions;
    struct identifier_table identifiers;
    struct template_table templates;
    uint32_t *row_of; /* [record id]: 0-based row */
};

static inline void tiny_init(struct tiny_case *c)
{
    memset(c, 0, sizeof *c);
}

static inline void *tiny_grow(void *old, size_t count, size_t size)
{
    void *grown = (count & (count - 1)) == 0 ? realloc(old, 2 * (count + 1) * size) : old;
    assert(grown);
    return grown;
}

static inline void tiny_record(struct tiny_case *c, enum record_kind kind, int64_t begin)
{
    c->rows = tiny_grow(c->rows, c->row_count, sizeof *c->rows);
    struct tiny_row *row = &c->rows[c->row_count++];
    *row = (struct tiny_row){.kind = kind, .begin = begin};
    snprintf(row->key, sizeof row->key, "R%zu", c->row_count);
}

static inline struct tiny_part *tiny_part(struct tiny_case *c, const char *value)
{
    c->parts = tiny_grow(c->parts, c->part_count, sizeof *c->parts);
    struct tiny_part *part = &c->parts[c->part_count++];
    *part = (struct tiny_part){.record = (uint32_t)c->row_count - 1};
    snprintf(part->value, sizeof part->value, "%s", value);
    return part;
}

/* A cell of the record described last. */
static inline void tiny_cell(struct tiny_case *c, enum party party, enum column_type type, const char *value)
{
    struct tiny_part *part = tiny_part(c, value);
    part->party = (uint8_t)party;
    part->type = (uint8_t)type;
}

/* An identifier of the record described last, with its cell. */
static inline void tiny_use(struct tiny_case *c, enum party party, enum identifier_type type,
                            const char *value)
{
    tiny_part(c, value)->identifier = (uint8_t)type;
    c->parts[c->part_count - 1].party = (uint8_t)party;
    c->parts[c->part_count - 1].type = TYPE_PHONE;
}

static inline void tiny_template(struct tiny_case *c, template_id number, millibits bits)
{
    struct tiny_part *part = tiny_part(c, "");
    part->member = number;
    part->bits = bits;
}

static inline int tiny_compare(const void *a, const void *b)
{
    const struct tiny_part *x = *(const struct tiny_part *const *)a;
    const struct tiny_part *y = *(const struct tiny_part *const *)b;
    return x->identifier != y->identifier ? x->identifier - y->identifier : strcmp(x->value, y->value);
}

/* Ids by type and value, as the contract of identifier_table says. */
static inline void tiny_identifiers(struct tiny_case *c, const uint32_t *record_of)
{
    const struct tiny_part **sorted = calloc(c->part_count + 1, sizeof *sorted);
    size_t count = 0;
    for (size_t i = 0; i < c->part_count; i++)
        if (c->parts[i].identifier)
            sorted[count++] = &c->parts[i];
    qsort(sorted, count, sizeof *sorted, tiny_compare);
    struct identifier_table *t = &c->identifiers;
    t->identifiers = calloc(count + 1, sizeof *t->identifiers);
    t->uses = calloc(count + 1, sizeof *t->uses);
    buffer_init(&t->pool, 1u << 24);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || tiny_compare(&sorted[i], &sorted[i - 1]) != 0) {
            t->identifiers[++t->count].type = sorted[i]->identifier;
            t->identifiers[t->count].value = buffer_keep(&t->pool, span_of(sorted[i]->value));
        }
        t->identifiers[t->count].records++;
        t->uses[t->use_count++] = (struct identifier_use){
            .record = record_of[sorted[i]->record], .identifier = t->count, .party = sorted[i]->party};
    }
    free(sorted);
}

static inline void tiny_templates(struct tiny_case *c, const uint32_t *record_of)
{
    struct template_table *t = &c->templates;
    for (size_t i = 0; i < c->part_count; i++)
        if (c->parts[i].member > t->count)
            t->count = c->parts[i].member;
    t->templates = calloc(t->count + 1, sizeof *t->templates);
    t->members = calloc(c->part_count + 1, sizeof *t->members);
    for (template_id id = 1; id <= t->count; id++) {
        t->templates[id].first_member = (uint32_t)t->member_count;
        for (size_t i = 0; i < c->part_count; i++)
            if (c->parts[i].member == id)
                t->members[t->member_count++] =
                    (struct template_member){record_of[c->parts[i].record], c->parts[i].bits};
        t->templates[id].members = (uint32_t)t->member_count - t->templates[id].first_member;
    }
}

static inline field_id tiny_field(struct tiny_case *c, resource_id resource, struct role role)
{
    for (field_id f = 1; f <= c->records.field_count; f++) {
        const struct field *field = &c->records.fields[f];
        if (field->resource == resource && field->role.party == role.party && field->role.type == role.type)
            return f;
    }
    return record_table_add_field(&c->records, resource, type_name(role.type), role, NULL);
}

/* order[i]: which row comes at place i; NULL: as described. */
static inline void tiny_finish(struct tiny_case *c, const uint32_t *order)
{
    resource_id resources[KIND_COUNT] = {0};
    field_id fields[KIND_COUNT][PARTY_COUNT][TYPE_COUNT] = {0};
    uint32_t *record_of = calloc(c->row_count + 1, sizeof *record_of);
    c->row_of = calloc(c->row_count + 2, sizeof *c->row_of);
    record_table_init(&c->records);
    for (unsigned k = KIND_AD; k < KIND_COUNT; k++)
        resources[k] = record_table_add_resource(&c->records, kind_name(k), (enum record_kind)k);
    for (unsigned k = KIND_AD; k < KIND_COUNT; k++)
        for (size_t i = 0; i < c->part_count; i++)
            if (c->rows[c->parts[i].record].kind == k && !c->parts[i].member)
                fields[k][c->parts[i].party][c->parts[i].type] = tiny_field(
                    c, resources[k],
                    (struct role){(enum party)c->parts[i].party, (enum column_type)c->parts[i].type});
    for (size_t i = 0; i < c->row_count; i++) {
        uint32_t at = order ? order[i] : (uint32_t)i;
        const struct tiny_row *row = &c->rows[at];
        const struct record record = {.kind = (uint8_t)row->kind,
                                      .resource = resources[row->kind],
                                      .begin = row->begin,
                                      .end = TIME_NONE};
        record_of[at] = record_table_add(&c->records, &record, span_of(row->key));
        c->row_of[record_of[at]] = at;
        for (size_t p = 0; p < c->part_count; p++)
            if (c->parts[p].record == at && !c->parts[p].member)
                record_table_add_cell(&c->records, fields[row->kind][c->parts[p].party][c->parts[p].type],
                                      span_of(c->parts[p].value));
    }
    enum bowline_status status = mention_table_build(&c->records, &c->mentions, NULL);
    assert(status == BOWLINE_OK);
    (void)status;
    tiny_identifiers(c, record_of);
    tiny_templates(c, record_of);
    free(record_of);
}

static inline struct link_inputs tiny_inputs(const struct tiny_case *c)
{
    return (struct link_inputs){.records = &c->records,
                                .mentions = &c->mentions,
                                .identifiers = &c->identifiers,
                                .templates = &c->templates};
}

/* Ready to be finished in another order. */
static inline void tiny_unfinish(struct tiny_case *c)
{
    record_table_release(&c->records);
    mention_table_release(&c->mentions);
    free(c->identifiers.identifiers);
    buffer_release(&c->identifiers.pool);
    free(c->identifiers.uses);
    free(c->templates.templates);
    free(c->templates.members);
    free(c->row_of);
    c->identifiers = (struct identifier_table){0};
    c->templates = (struct template_table){0};
    c->row_of = NULL;
}

static inline void tiny_release(struct tiny_case *c)
{
    tiny_unfinish(c);
    free(c->rows);
    free(c->parts);
    tiny_init(c);
}

#endif
