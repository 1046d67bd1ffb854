/* The gazetteer of a run. */
#include "pipeline/place_book.h"

#include "places/fold.h"

static enum bowline_status add_alias(struct gazetteer *gazetteer, const struct package_alias *alias,
                                     struct buffer *folded, struct bowline_error *err)
{
    gazetteer_id place = gazetteer_of_key(gazetteer, span_of(alias->place));
    if (!place)
        return error_set(err, BOWLINE_ERROR_INPUT,
                         "bowline.places: \"%.80s\" is called \"%.80s\", which is no key of the gazetteer; "
                         "a key looks like \"be:antwerp\"",
                         alias->name, alias->place);
    buffer_reset(folded);
    place_fold(span_of(alias->name), folded);
    if (!buffer_ok(folded) || !gazetteer_add_name(gazetteer, buffer_all(folded), place))
        return error_memory(err);
    return BOWLINE_OK;
}

enum bowline_status place_book_open(struct place_book *book, const struct package *package,
                                    struct bowline_error *err)
{
    if (book->resolver)
        return BOWLINE_OK;
    struct buffer folded;
    buffer_init(&folded, 1 << 20);
    enum bowline_status status = gazetteer_open(&book->gazetteer, err);
    for (size_t a = 0; a < package->alias_count && status == BOWLINE_OK; a++)
        status = add_alias(&book->gazetteer, &package->aliases[a], &folded, err);
    if (status == BOWLINE_OK) {
        book->resolver = place_resolver_new(&book->gazetteer, &place_limits_default);
        status = book->resolver ? BOWLINE_OK : error_memory(err);
    }
    buffer_release(&folded);
    if (status != BOWLINE_OK)
        place_book_release(book);
    return status;
}

void place_book_release(struct place_book *book)
{
    place_resolver_free(book->resolver);
    gazetteer_release(&book->gazetteer);
    *book = (struct place_book){0};
}
