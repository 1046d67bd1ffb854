/* ads.csv */
#include "simulation/rows.h"

#include "simulation/advert.h"

/* Its cells, in the order of the table's plan. */
enum { CELL_TEXT = 4 };

static void add_place(struct row_output *out, const struct advert *ad)
{
    const struct place *place = &places[ad->place];
    struct spot spot = {place->lat, place->lon};
    if (ad->let != UINT32_MAX)
        spot = premises_spot(out->world, ad->let);
    row_add_text(&out->row, place->name);
    row_add_text(&out->row, country_name(place->country));
    value_degrees(&out->row.bytes, spot.lat);
    row_end_cell(&out->row);
    value_degrees(&out->row.bytes, spot.lon);
    row_end_cell(&out->row);
}

static void add_images(struct row_output *out, const struct advert *ad)
{
    for (uint32_t i = 0; i < ad->image_count; i++) {
        if (i)
            buffer_append_char(&out->row.bytes, ';');
        value_hex(&out->row.bytes, ad->images[i]);
        value_hex(&out->value, ad->images[i]);
        row_mark(&out->row, MARK_IMAGE, FORM_COLUMN, buffer_all(&out->value), buffer_all(&out->value));
        scratch_reset(out);
    }
    row_end_cell(&out->row);
}

static void mark_text(struct row_output *out, const struct advert *ad, struct mark mark,
                      enum advert_part value, enum advert_part written)
{
    mark.cell = CELL_TEXT;
    mark.language = (uint8_t)ad->language;
    if (ad->parts[written].length)
        row_mark_in(&out->row, mark, advert_part(ad, value), advert_part(ad, written));
}

static void append_handle(struct buffer *out, const struct advert *ad)
{
    if (ad->parts[PART_HANDLE].length)
        buffer_append_text(out, "parley:");
    buffer_append_span(out, advert_part(ad, PART_HANDLE));
}

/* Those of the text first, whose language is known; handles in a text stand there without their service. */
static void mark_texts(struct row_output *out, const struct advert *ad)
{
    uint8_t phone_form = (uint8_t)ad->phone_form;
    uint8_t mail_form = (uint8_t)ad->mail_form;
    mark_text(out, ad, (struct mark){.type = MARK_PHONE, .form = phone_form}, PART_PHONE_VALUE,
              PART_PHONE_WORDS);
    mark_text(out, ad, (struct mark){.type = MARK_PHONE, .form = FORM_PLAIN}, PART_SECOND_VALUE, PART_SECOND);
    mark_text(out, ad, (struct mark){.type = MARK_PHONE, .form = FORM_PLAIN}, PART_FOOTER_VALUE, PART_FOOTER);
    mark_text(out, ad, (struct mark){.type = MARK_EMAIL, .form = mail_form}, PART_MAIL, PART_MAIL_WORDS);
    mark_text(out, ad, (struct mark){.type = MARK_URL, .form = FORM_PLAIN}, PART_WEBSITE, PART_LINK);
    if (!ad->parts[PART_HANDLE].length)
        return;
    append_handle(&out->value, ad);
    struct mark mark = {.type = MARK_HANDLE, .form = FORM_PLAIN, .cell = CELL_TEXT};
    mark.language = (uint8_t)ad->language;
    row_mark_in(&out->row, mark, buffer_all(&out->value), advert_part(ad, PART_HANDLE));
    scratch_reset(out);
}

static void add_part(struct row_output *out, struct span written, struct span value, enum mark_type type)
{
    buffer_append_span(&out->scratch, written);
    if (written.length)
        buffer_append_span(&out->value, value);
    add_marked(out, type);
}

static void add_contacts(struct row_output *out, const struct advert *ad)
{
    struct span none = {"", 0};
    struct span mail = ad->hidden ? none : advert_part(ad, PART_MAIL);
    add_part(out, advert_part(ad, PART_PHONE), advert_part(ad, PART_PHONE_VALUE), MARK_PHONE);
    add_part(out, mail, mail, MARK_EMAIL);
    append_handle(&out->value, ad);
    add_marked(out, MARK_HANDLE);
    add_part(out, advert_part(ad, PART_LINK), advert_part(ad, PART_WEBSITE), MARK_URL);
}

static void add_decoys(struct row_output *out, const struct advert *ad)
{
    const struct world *world = out->world;
    struct row *row = &out->row;
    bool second = ad->parts[PART_SECOND].length > 0;
    row_add_actor_decoys(row, world, ad->op);
    if (world->actors[ad->op].kind == ACTOR_SPAM)
        row_add_decoy(row, BOWLINE_DECOY_SPAM);
    if (second && actor_has(world, ad->op, TRAIT_DRIVER))
        row_add_decoy(row, BOWLINE_DECOY_SHARED_DRIVER);
    if (second && actor_has(world, ad->op, TRAIT_SAFETY))
        row_add_decoy(row, BOWLINE_DECOY_SAFETY_PHONE);
    if (actor_has(world, ad->op, TRAIT_COPIED))
        row_add_decoy(row, BOWLINE_DECOY_COPIED_TEXT);
    if (ad->parts[PART_PHONE_VALUE].length)
        row_add_phone_decoys(row, world, ad->op, ad->day);
    if (ad->has_notice)
        row_add_decoy(row, BOWLINE_DECOY_BOILERPLATE);
    if (ad->has_hotline)
        row_add_decoy(row, BOWLINE_DECOY_HOTLINE);
}

static void write_ad(struct row_output *out, const struct advert *ad, uint64_t second, uint64_t number)
{
    struct row *row = &out->row;
    row_begin(row, TABLE_ADS);
    value_key(&row->bytes, "A-", number);
    row_end_cell(row);
    value_time(&row->bytes, world_second(out->world, second));
    row_end_cell(row);
    buffer_format(&row->bytes, "site%u.example", ad->site + 1);
    row_end_cell(row);
    row_add(row, advert_part(ad, PART_TITLE));
    mark_texts(out, ad);
    row_add(row, advert_part(ad, PART_BODY));
    add_contacts(out, ad);
    add_place(out, ad);
    add_images(out, ad);
    row_add_text(row, ad->alias);
    add_decoys(out, ad);
}

enum bowline_status write_ads(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    struct advert ad;
    advert_init(&ad);
    rows_begin(out, TABLE_ADS);
    for (uint32_t i = 0; i < world->event_count[EVENT_AD] && status == BOWLINE_OK; i++) {
        struct sort_pair event = world->events[EVENT_AD][i];
        if (!advert_compose(&ad, world, event.value, (uint32_t)(event.key / 86400))) {
            status = error_memory(out->err);
            break;
        }
        write_ad(out, &ad, event.key, (uint64_t)i + 1);
        status = row_finish(out, (struct row_source){ad.op, ad.row, ad.op});
    }
    advert_release(&ad);
    return status;
}
