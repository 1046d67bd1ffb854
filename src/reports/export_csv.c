/* The tables of the contract as CSV: one pass a table, sorted by ids, the same bytes from run to run. */
#include "reports/csv_writer.h"
#include "reports/disclosure.h"
#include "reports/export.h"
#include "reports/export_money.h"
#include "reports/export_movement.h"
#include "reports/file_part.h"
#include "store/read_export.h"
#include "store/read_observations.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

struct exporter {
    struct reader *reader;
    const char *folder;
    struct record_keys keys;
    struct disclosure disclosure;
    struct bowline_error *err;
};

static struct span resource_name(const struct exporter *x, uint32_t resource)
{
    const struct resource_row *row = reader_resource(x->reader, resource);
    return row ? row->name : span_of("");
}

static bool is_victim(struct csv_writer *w, struct exporter *x, uint32_t record)
{
    return disclosure_is_victim(&x->disclosure, record, &w->file.status, x->err);
}

static void put_record(struct csv_writer *w, const struct exporter *x, uint32_t record)
{
    uint32_t resource;
    struct span key = record_keys_get(&x->keys, record, &resource);
    csv_text(w, resource_name(x, resource));
    csv_text(w, key);
}

static struct span hidden(const struct exporter *x, struct span value, bool is_hidden,
                          char name[PSEUDONYM_SIZE])
{
    if (!is_hidden)
        return value;
    reader_pseudonym(x->reader, value, name);
    return span_of(name);
}

static void put_record_line(struct csv_writer *w, const struct exporter *x, const struct record_row *row)
{
    const struct resource_row *resource = reader_resource(x->reader, row->resource);
    csv_text(w, resource_name(x, row->resource));
    csv_text(w, row->key);
    csv_text(w, resource ? resource->kind : span_of(""));
    csv_id(w, row->entity);
    csv_id(w, row->network);
    csv_int(w, row->line);
    csv_int(w, row->byte);
    csv_int(w, row->length);
    uint32_t first_resource;
    csv_text(w, record_keys_get(&x->keys, row->duplicate_of, &first_resource));
    csv_time(w, row->begin);
    csv_time(w, row->end);
    csv_text(w, row->place);
    csv_end_row(w);
}

static enum bowline_status export_records(struct exporter *x)
{
    struct csv_writer w;
    struct cursor c;
    struct record_row row;
    csv_open(&w, x->folder, "records.csv",
             "resource,id,kind,entity,network,line,byte,length,duplicate_of,time,until,place", x->err);
    read_all_records(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_record(&c, &row)) {
        if (!record_keys_add(&x->keys, row.record, row.resource, row.key))
            w.file.status = error_memory(x->err);
        put_record_line(&w, x, &row);
    }
    return csv_close(&w, cursor_close(&c));
}

static enum bowline_status export_entities(struct exporter *x)
{
    struct csv_writer w;
    struct cursor c;
    struct entity_row row;
    csv_open(&w, x->folder, "entities.csv", "entity,records,network", x->err);
    read_all_entities(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_entity(&c, &row)) {
        csv_id(&w, row.entity);
        csv_int(&w, row.records);
        csv_id(&w, row.network);
        csv_end_row(&w);
    }
    return csv_close(&w, cursor_close(&c));
}

static enum bowline_status export_networks(struct exporter *x)
{
    struct csv_writer w;
    struct cursor c;
    struct network_row row;
    csv_open(&w, x->folder, "networks.csv", "network,entities,records,bits", x->err);
    read_all_networks(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_network(&c, &row)) {
        csv_id(&w, row.network);
        csv_int(&w, row.entities);
        csv_int(&w, row.records);
        csv_bits(&w, row.bits);
        csv_end_row(&w);
    }
    return csv_close(&w, cursor_close(&c));
}

static void append_evidence(struct buffer *out, const struct exporter *x, const struct evidence_line *row,
                            bool is_hidden)
{
    char name[PSEUDONYM_SIZE];
    bool is_identifier = span_equal(row->kind, span_of("identifier"));
    if (out->length)
        buffer_append_text(out, "; ");
    buffer_append_span(out, is_identifier && row->type.length ? row->type : row->kind);
    buffer_append_char(out, ' ');
    if (is_identifier) {
        buffer_append_span(out, hidden(x, row->text, is_hidden || row->is_protected, name));
        buffer_append_char(out, ' ');
    } else if (row->value) {
        buffer_format(out, "%u ", row->value);
    } else if (row->level.length && !span_equal(row->level, span_of("none"))) {
        buffer_append_span(out, row->level);
        buffer_append_char(out, ' ');
    }
    append_bits(out, row->bits);
}

/* The pass over the evidence, which follows the pass over the links. */
struct evidence_pass {
    struct cursor cursor;
    struct evidence_line row;
    bool has_row;
    struct buffer text;
};

static struct span evidence_of(struct csv_writer *w, struct evidence_pass *pass, struct exporter *x,
                               const struct link_row *link)
{
    bool is_hidden = party_is_protected(party_find(link->from_party)) ||
                     party_is_protected(party_find(link->to_party)) || is_victim(w, x, link->from_record) ||
                     is_victim(w, x, link->to_record);
    buffer_reset(&pass->text);
    while (pass->has_row && pass->row.link < link->link)
        pass->has_row = next_evidence_line(&pass->cursor, &pass->row);
    while (pass->has_row && pass->row.link == link->link) {
        append_evidence(&pass->text, x, &pass->row, is_hidden);
        pass->has_row = next_evidence_line(&pass->cursor, &pass->row);
    }
    return buffer_all(&pass->text);
}

static void export_same(struct csv_writer *w, struct exporter *x, struct cursor *links,
                        struct evidence_pass *pass)
{
    struct link_row row;
    while (csv_ok(w) && next_link(links, &row)) {
        put_record(w, x, row.from_record);
        put_record(w, x, row.to_record);
        csv_text(w, span_of("same"));
        csv_bits(w, row.bits);
        csv_real(w, row.probability);
        csv_text(w, evidence_of(w, pass, x, &row));
        csv_text(w, row.from_party);
        csv_text(w, row.to_party);
        csv_int(w, 1);
        csv_end_row(w);
        if (!buffer_ok(&pass->text))
            w->file.status = error_memory(x->err);
    }
}

static void export_ties(struct csv_writer *w, struct exporter *x, struct cursor *ties, struct buffer *text)
{
    struct tie_row row;
    while (csv_ok(w) && next_tie(ties, &row)) {
        uint32_t resource;
        struct span key = record_keys_get(&x->keys, row.example, &resource);
        buffer_reset(text);
        buffer_append_span(text, row.kind);
        buffer_append_text(text, " example ");
        buffer_append_span(text, resource_name(x, resource));
        buffer_append_char(text, '/');
        buffer_append_span(text, key);
        buffer_append_char(text, ' ');
        append_bits(text, row.bits);
        put_record(w, x, row.from_record);
        put_record(w, x, row.to_record);
        csv_text(w, row.kind);
        csv_bits(w, row.bits);
        csv_real(w, bits_probability(row.bits));
        csv_text(w, buffer_all(text));
        csv_text(w, span_of(""));
        csv_text(w, span_of(""));
        csv_int(w, row.records);
        csv_end_row(w);
        if (!buffer_ok(text))
            w->file.status = error_memory(x->err);
    }
}

#define EVIDENCE_MOST ((size_t)1 << 24)

static enum bowline_status export_links(struct exporter *x)
{
    struct csv_writer w;
    struct cursor c;
    struct evidence_pass pass = {.has_row = false};
    buffer_init(&pass.text, EVIDENCE_MOST);
    csv_open(
        &w, x->folder, "links.csv",
        "from_resource,from_id,to_resource,to_id,kind,bits,probability,evidence,from_party,to_party,records",
        x->err);
    read_all_links(x->reader->store, &c, x->err);
    read_all_evidence(x->reader->store, &pass.cursor, x->err);
    pass.has_row = next_evidence_line(&pass.cursor, &pass.row);
    export_same(&w, x, &c, &pass);
    enum bowline_status status = cursor_close(&pass.cursor);
    enum bowline_status links_status = cursor_close(&c);
    if (status == BOWLINE_OK)
        status = links_status;
    if (status == BOWLINE_OK) {
        read_all_ties(x->reader->store, &c, x->err);
        export_ties(&w, x, &c, &pass.text);
        status = cursor_close(&c);
    }
    buffer_release(&pass.text);
    return csv_close(&w, status);
}

static enum bowline_status export_templates(struct exporter *x)
{
    struct csv_writer w;
    struct cursor c;
    struct template_row row;
    csv_open(&w, x->folder, "templates.csv", "template,records,text,bits", x->err);
    read_all_templates(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_template(&c, &row)) {
        csv_id(&w, row.template_id);
        csv_int(&w, row.records);
        csv_text(&w, row.text);
        csv_bits(&w, row.bits);
        csv_end_row(&w);
    }
    return csv_close(&w, cursor_close(&c));
}

static enum bowline_status export_members(struct exporter *x)
{
    struct csv_writer w;
    struct cursor c;
    struct member_line row;
    csv_open(&w, x->folder, "members.csv", "template,resource,id,bits", x->err);
    read_all_members(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_member_line(&c, &row)) {
        csv_id(&w, row.template_id);
        put_record(&w, x, row.record);
        csv_bits(&w, row.bits);
        csv_end_row(&w);
    }
    return csv_close(&w, cursor_close(&c));
}

static void put_use_line(struct csv_writer *w, struct exporter *x, const struct use_line *row)
{
    char name[PSEUDONYM_SIZE];
    bool is_hidden =
        row->is_protected || party_is_protected(party_find(row->party)) || is_victim(w, x, row->record);
    bool is_in_text = !span_equal(row->form, span_of("column"));
    const struct column *column = reader_column(x->reader, row->field);
    put_record(w, x, row->record);
    csv_text(w, row->party);
    csv_text(w, row->type);
    csv_text(w, hidden(x, row->value, is_hidden, name));
    if (is_in_text) {
        csv_int(w, row->start);
        csv_int(w, row->end);
    } else {
        csv_text(w, span_of(""));
        csv_text(w, span_of(""));
    }
    csv_text(w, column ? column->row.name : span_of(""));
    csv_text(w, row->form);
    csv_bits(w, row->bits);
    csv_end_row(w);
}

static enum bowline_status export_identifiers(struct exporter *x)
{
    struct csv_writer w;
    struct cursor c;
    struct use_line row;
    csv_open(&w, x->folder, "identifiers.csv", "resource,id,party,type,value,start,end,column,form,bits",
             x->err);
    read_all_uses(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_use_line(&c, &row))
        put_use_line(&w, x, &row);
    return csv_close(&w, cursor_close(&c));
}

static void put_observation(struct csv_writer *w, const struct exporter *x, const struct observation_row *row)
{
    uint32_t resource;
    const struct column *column = reader_column(x->reader, row->field);
    put_record(w, x, row->record);
    csv_text(w, row->kind);
    csv_text(w, row->value);
    if (row->is_count)
        csv_int(w, row->count);
    else
        csv_text(w, span_of(""));
    csv_text(w, row->noun);
    csv_text(w, row->qualifier);
    csv_text(w, row->attribution);
    csv_int(w, row->start);
    csv_int(w, row->end);
    csv_text(w, column ? column->row.name : span_of(""));
    csv_text(w, record_keys_get(&x->keys, row->origin, &resource));
    csv_end_row(w);
}

static enum bowline_status export_observations(struct exporter *x)
{
    struct csv_writer w;
    struct cursor c;
    struct observation_row row;
    csv_open(&w, x->folder, "observations.csv",
             "resource,id,kind,value,count,noun,qualifier,attribution,start,end,column,source_id", x->err);
    read_all_observations(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_observation(&c, &row))
        put_observation(&w, x, &row);
    return csv_close(&w, cursor_close(&c));
}

static enum bowline_status export_rejects(struct exporter *x)
{
    struct csv_writer w;
    struct cursor c;
    struct reject_row row;
    csv_open(&w, x->folder, "rejects.csv", "resource,line,byte,column,reason", x->err);
    read_all_rejects(x->reader->store, &c, x->err);
    while (csv_ok(&w) && next_reject(&c, &row)) {
        csv_text(&w, resource_name(x, row.resource));
        csv_int(&w, row.line);
        csv_int(&w, row.byte);
        csv_text(&w, row.column);
        csv_text(&w, row.reason);
        csv_end_row(&w);
    }
    return csv_close(&w, cursor_close(&c));
}

/* Beside the tables of a case that is not sealed; one that an earlier export left goes. */
static enum bowline_status mark_unsealed(const struct exporter *x)
{
    static const char sentence[] =
        "These tables are of a case that is not sealed: whoever has its file can read everything in it.\n";
    char path[4096];
    if (snprintf(path, sizeof path, "%s/UNSEALED.txt", x->folder) >= (int)sizeof path)
        return error_set(x->err, BOWLINE_ERROR_ARGUMENT, "%s: too long a name", x->folder);
    if (store_is_sealed(x->reader->store))
        return unlink(path) == 0 || errno == ENOENT ? BOWLINE_OK
                                                    : error_system(x->err, errno, "cannot remove", path);
    struct file_part file;
    file_part_open(&file, x->folder, "UNSEALED.txt", x->err);
    buffer_append_text(&file.out, sentence);
    return file_part_close(&file, BOWLINE_OK);
}

/* records.csv first: it fills the names that the others need. */
static enum bowline_status (*const tables[])(struct exporter *x) = {
    export_records, export_entities,    export_networks,     export_links,   export_templates,
    export_members, export_identifiers, export_observations, export_rejects,
};

enum bowline_status export_csv(struct reader *reader, const char *folder, struct bowline_error *err)
{
    struct exporter x = {.reader = reader, .folder = folder, .err = err};
    enum bowline_status status = BOWLINE_OK;
    record_keys_init(&x.keys);
    x.disclosure = (struct disclosure){.reader = reader, .keys = &x.keys};
    for (size_t i = 0; status == BOWLINE_OK && i < sizeof tables / sizeof *tables; i++)
        status = tables[i](&x);
    if (status == BOWLINE_OK)
        status = export_money(reader, folder, &x.keys, err);
    if (status == BOWLINE_OK)
        status = export_movement(reader, folder, &x.keys, err);
    record_keys_release(&x.keys);
    return status == BOWLINE_OK ? mark_unsealed(&x) : status;
}
