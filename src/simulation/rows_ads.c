/* ads.csv */
#include "simulation/rows.h"

#include "simulation/advert.h"
#include "simulation/profile.h"

static void write_place(struct row_output *out, const struct advert *ad)
{
    const struct place *place = &places[ad->place];
    struct spot spot = {place->lat, place->lon};
    if (ad->let != UINT32_MAX)
        spot = premises_spot(out->world, ad->let);
    cell_text(&out->table, place->name);
    cell_text(&out->table, country_name(place->country));
    cell_degrees(&out->table, spot.lat);
    cell_degrees(&out->table, spot.lon);
}

static void write_images(struct row_output *out, const struct advert *ad)
{
    static const char hex[] = "0123456789abcdef";
    for (uint32_t i = 0; i < ad->image_count; i++) {
        char digits[16];
        for (int j = 0; j < 16; j++)
            digits[j] = hex[ad->images[i] >> (60 - 4 * j) & 15];
        if (i)
            buffer_append_char(&out->scratch, ';');
        buffer_append(&out->scratch, digits, sizeof digits);
    }
    cell_scratch(out);
}

static void write_ad(struct row_output *out, const struct advert *ad, uint64_t second, uint64_t number)
{
    struct table_writer *table = &out->table;
    cell_key(table, "A-", number);
    cell_time(table, second);
    buffer_format(&table->bytes, "site%u.example,", ad->site + 1);
    cell_span(table, buffer_all(&ad->title));
    cell_span(table, buffer_all(&ad->body));
    cell_span(table, buffer_all(&ad->phone));
    cell_span(table, buffer_all(&ad->mail));
    if (ad->handle.length)
        buffer_append_text(&table->bytes, "parley:");
    cell_span(table, buffer_all(&ad->handle));
    write_place(out, ad);
    write_images(out, ad);
    cell_text(table, ad->alias);
}

enum bowline_status write_ads(struct row_output *out)
{
    const struct world *world = out->world;
    enum bowline_status status = BOWLINE_OK;
    struct advert ad;
    advert_init(&ad);
    buffer_append_text(&out->table.bytes,
                       "id,posted,site,title,text,phone,email,handle,place,country,lat,lon,"
                       "images,name\n");
    for (uint32_t i = 0; i < world->event_count[EVENT_AD] && status == BOWLINE_OK; i++) {
        struct sort_pair event = world->events[EVENT_AD][i];
        if (!advert_compose(&ad, world, event.value, (uint32_t)(event.key / 86400))) {
            status = error_memory(out->err);
            break;
        }
        write_ad(out, &ad, event.key, i + 1);
        status = row_end(out, "ads", "A-", i + 1, ad.op);
    }
    advert_release(&ad);
    return status;
}
