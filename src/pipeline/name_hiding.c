/* The names of protected parties leave the texts of templates. */
#include "pipeline/name_hiding.h"

#include "base/intern.h"
#include "text/words.h"

/* Shorter words would hide too much of any text. */
static const size_t least_word = 3;

struct hiding {
    const struct record_table *records;
    struct fold_table folds;
    struct intern words; /* of the names in one template's records, folded */
    struct buffer text;
    bool failed;
};

static void add_words(struct hiding *h, struct span name)
{
    struct word_reader reader;
    struct word word;
    word_reader_init(&reader, &h->folds, name);
    while (word_next(&reader, &word))
        if (!word_is_typed(word.kind) && reader.size >= least_word)
            h->failed |= !intern_put(&h->words, (struct span){reader.folded, reader.size});
}

static void add_names(struct hiding *h, record_id id)
{
    bool is_victim = h->records->records[id].is_protected;
    const struct cell *end = record_cells_end(h->records, id);
    for (const struct cell *c = record_cells_begin(h->records, id); c < end; c++) {
        const struct role role = cell_field(h->records, c)->role;
        if (role.type == TYPE_NAME && (is_victim || party_is_protected(role.party)))
            add_words(h, cell_value(h->records, c));
    }
}

/* The template's words are folded already and stand between blanks. */
static bool write_hidden(struct hiding *h, struct span text)
{
    bool is_changed = false;
    buffer_reset(&h->text);
    for (size_t at = 0; at < text.length;) {
        const char *blank = memchr(text.at + at, ' ', text.length - at);
        size_t length = blank ? (size_t)(blank - text.at) - at : text.length - at;
        struct span word = {text.at + at, length};
        bool is_name = intern_find(&h->words, word) != 0;
        is_changed |= is_name;
        buffer_append_span(&h->text, is_name ? span_of("{name}") : word);
        at += length;
        if (blank)
            buffer_append_char(&h->text, text.at[at++]);
    }
    return is_changed;
}

static void hide_in(struct hiding *h, struct template_table *templates, template_id id)
{
    struct text_template *each = &templates->templates[id];
    intern_release(&h->words);
    for (uint32_t m = 0; m < each->members; m++)
        add_names(h, templates->members[each->first_member + m].record);
    if (h->words.count && write_hidden(h, template_text(templates, id)))
        each->text = buffer_keep(&templates->pool, buffer_all(&h->text));
}

enum bowline_status names_hide(const struct record_table *records, struct template_table *templates,
                               struct bowline_error *err)
{
    struct hiding h = {.records = records};
    enum bowline_status status = fold_table_init(&h.folds, err);
    if (status != BOWLINE_OK)
        return status;
    intern_init(&h.words);
    buffer_init(&h.text, SIZE_MAX / 2);
    for (template_id id = 1; id <= templates->count; id++)
        hide_in(&h, templates, id);
    if (h.failed || !buffer_ok(&h.text) || !buffer_ok(&templates->pool))
        status = error_memory(err);
    intern_release(&h.words);
    buffer_release(&h.text);
    fold_table_release(&h.folds);
    return status;
}
