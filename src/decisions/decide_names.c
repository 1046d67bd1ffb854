/* From what a person names to what a decision keeps. */
#include "decisions/decide_names.h"

#include "store/read_members.h"

#include "records/mention_table.h"

static const char *path_of(const struct view *v)
{
    return store_path(v->store);
}

/* The number in "word 12"; 0 where the name is not that. */
static uint32_t numbered(const char *name, const char *word)
{
    size_t length = strlen(word);
    uint64_t number = 0;
    if (strncmp(name, word, length) != 0 || name[length] != ' ' || !name[length + 1])
        return 0;
    for (const char *at = name + length + 1; *at; at++) {
        if (*at < '0' || *at > '9')
            return 0;
        number = number * 10 + (unsigned)(*at - '0');
        if (number > UINT32_MAX)
            return 0;
    }
    return (uint32_t)number;
}

static bool has_own_id(const struct detail *d)
{
    for (size_t i = 0; i < d->cell_count; i++)
        if (d->cells[i].column->type == TYPE_ID)
            return true;
    return false;
}

static struct decision_side side_of(struct view *v, const struct detail *d, enum party party)
{
    struct decision_side side = {.resource = d->resource->name,
                                 .key = d->row.key,
                                 .party = span_of(party < PARTY_COUNT ? party_name(party) : ""),
                                 .row = span_of("")};
    if (!has_own_id(d)) {
        char digest[DIGEST_HEX];
        digest_span(d->row.source, digest);
        side.row = view_format(v, "%s", digest);
    }
    return side;
}

static struct decision_side side_of_record(struct view *v, const char *name)
{
    const struct decision_side none = {{"", 0}, {"", 0}, {"", 0}, {"", 0}};
    struct named_party found = view_named_party(v, name);
    if (v->status != BOWLINE_OK || !found.record)
        return none;
    if (detail_hides(found.record, found.party)) {
        view_try(v, error_set(v->err, BOWLINE_ERROR_ARGUMENT,
                              "%s: %s: %s is a protected party, and those are never made into entities: name "
                              "another party of the record, as in RESOURCE/ID:PARTY",
                              path_of(v), name,
                              found.record->is_protected ? "a possible victim" : party_name(found.party)));
        return none;
    }
    return side_of(v, found.record, found.party);
}

/* One end of the entity's strongest link, else its first member. */
static struct member_row standing_for(struct view *v, uint32_t entity)
{
    struct cursor c;
    struct link_row link;
    struct member_row member = {0};
    read_entity_links(v->store, entity, 1, &c, v->err);
    if (next_link(&c, &link))
        member = (struct member_row){link.from_record, entity, arena_copy(&v->arena, link.from_party)};
    view_close(v, &c);
    if (v->status != BOWLINE_OK || member.record)
        return member;
    read_members(v->store, entity, 1, &c, v->err);
    if (next_member(&c, &member))
        member.party = arena_copy(&v->arena, member.party);
    view_close(v, &c);
    return member;
}

static struct decision_side side_of_entity(struct view *v, uint32_t entity, json_t *notes)
{
    struct member_row member = standing_for(v, entity);
    if (v->status == BOWLINE_OK && !member.record)
        view_try(v,
                 error_set(v->err, BOWLINE_ERROR_NOT_FOUND, "%s: there is no entity %u", path_of(v), entity));
    const struct detail *d = v->status == BOWLINE_OK ? view_detail(v, member.record) : NULL;
    if (!d || !d->resource || !member.party.at) {
        view_try(v, d && d->resource ? error_memory(v->err) : v->status);
        return (struct decision_side){{"", 0}, {"", 0}, {"", 0}, {"", 0}};
    }
    struct span name = detail_name(v, d);
    view_push(
        v, notes,
        view_text(v,
                  view_format(v,
                              "Entity %u is decided by %.*s (%.*s), which stands for it: entities get "
                              "new numbers with each run, records keep their names.",
                              entity, (int)name.length, name.at, (int)member.party.length, member.party.at)));
    return side_of(v, d, party_find(member.party));
}

struct decision_side decide_side(struct view *v, const char *name, json_t *notes)
{
    uint32_t entity = numbered(name, "entity");
    return entity ? side_of_entity(v, entity, notes) : side_of_record(v, name);
}

static void decide_template(struct view *v, uint32_t number, struct decision_row *out)
{
    struct cursor c;
    struct span text;
    uint32_t record = 0;
    read_template_text(v->store, number, &c, v->err);
    if (next_template_text(&c, &text, &record)) {
        out->value = arena_copy(&v->arena, text);
        if (!out->value.at)
            view_try(v, error_memory(v->err));
    }
    view_close(v, &c);
    const struct detail *d = v->status == BOWLINE_OK && record ? view_detail(v, record) : NULL;
    if (d && d->resource) {
        out->a = side_of(v, d, PARTY_COUNT);
        out->type = span_of("template");
        return;
    }
    view_try(v,
             error_set(v->err, BOWLINE_ERROR_NOT_FOUND, "%s: there is no template %u", path_of(v), number));
}

/* What a person typed for a value. */
struct typed {
    struct span type; /* "" where not said */
    struct span value;
    bool is_pseudonym;
};

static struct typed read_typed(const char *name)
{
    const char *blank = strchr(name, ' ');
    struct typed typed = {.type = span_of(""), .value = span_of(name)};
    struct span word = {name, blank ? (size_t)(blank - name) : 0};
    if (blank && type_find(word) != TYPE_NONE) {
        typed.type = word;
        typed.value = span_trim(span_of(blank + 1));
    }
    typed.is_pseudonym = typed.value.length > 2 && memcmp(typed.value.at, "P-", 2) == 0;
    return typed;
}

static bool fits(const struct view *v, const struct typed *typed, const struct named_value_row *row)
{
    char name[PSEUDONYM_SIZE];
    if (!typed->is_pseudonym)
        return true;
    reader_pseudonym(v->reader, row->text, name);
    return span_equal(span_of(name), typed->value);
}

/* How many identifiers it may be; the first goes out. */
static unsigned look_up(struct view *v, const struct typed *typed, struct decision_row *out)
{
    struct cursor c;
    struct named_value_row row;
    unsigned count = 0;
    read_named_values(v->store, typed->type, typed->is_pseudonym ? span_of("") : typed->value, &c, v->err);
    while (v->status == BOWLINE_OK && count < 2 && next_named_value(&c, &row)) {
        if (!fits(v, typed, &row) || count++)
            continue;
        out->type = arena_copy(&v->arena, row.type);
        out->value = arena_copy(&v->arena, row.text);
        out->is_hidden = row.is_protected || typed->is_pseudonym;
        if (!out->type.at || !out->value.at)
            view_try(v, error_memory(v->err));
    }
    view_close(v, &c);
    return count;
}

/* The same without blanks, as numbers are often written. */
static struct typed without_blanks(struct view *v, const struct typed *typed)
{
    char *text = arena_take(&v->arena, typed->value.length + 1, 1);
    struct typed bare = *typed;
    if (!text) {
        view_try(v, error_memory(v->err));
        return bare;
    }
    bare.value = (struct span){text, 0};
    for (size_t i = 0; i < typed->value.length; i++)
        if (typed->value.at[i] != ' ')
            text[bare.value.length++] = typed->value.at[i];
    return bare;
}

void decide_value(struct view *v, const char *name, struct decision_row *out)
{
    uint32_t number = numbered(name, "template");
    if (number) {
        decide_template(v, number, out);
        return;
    }
    struct typed typed = read_typed(name);
    unsigned count = typed.value.length ? look_up(v, &typed, out) : 0;
    if (!count && v->status == BOWLINE_OK) {
        struct typed bare = without_blanks(v, &typed);
        count = bare.value.length ? look_up(v, &bare, out) : 0;
    }
    if (v->status == BOWLINE_OK && count == 0)
        view_try(v,
                 error_set(v->err, BOWLINE_ERROR_NOT_FOUND,
                           "%s: there is no value %s: give it as \"bowline show\" prints it, such as \"phone "
                           "+32470123456\" or \"template 12\"",
                           path_of(v), name));
    if (v->status == BOWLINE_OK && count > 1)
        view_try(v,
                 error_set(v->err, BOWLINE_ERROR_ARGUMENT,
                           "%s: %s stands for more than one value: say of which type, such as \"phone %s\"",
                           path_of(v), name, name));
}
