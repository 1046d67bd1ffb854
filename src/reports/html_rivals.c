/* What else a network could be: three readings of the same evidence, each with what speaks for and against
 * it. Counts from the ties, no judgement. */
#include "reports/html_parts.h"

struct tie_counts {
    int64_t deeds;  /* records of payments, calls and bookings: one member does something with another */
    int64_t shared; /* records that share premises, persons or identifiers */
    int64_t single; /* ties that rest on one record */
    size_t ties, kinds_of_record, kinds_of_tie;
};

static bool is_deed(const char *kind)
{
    return kind &&
           (strcmp(kind, "payment") == 0 || strcmp(kind, "call") == 0 || strcmp(kind, "booking") == 0);
}

static struct tie_counts count_ties(const json_t *network)
{
    struct tie_counts t = {.kinds_of_record = json_object_size(json_object_get(network, "kinds"))};
    const char *seen[8] = {NULL};
    size_t i;
    json_t *tie;
    json_array_foreach(json_object_get(network, "ties"), i, tie)
    {
        const char *kind = json_text_at(tie, "kind");
        int64_t records = json_int_at(tie, "records");
        *(is_deed(kind) ? &t.deeds : &t.shared) += records;
        t.single += records == 1;
        t.ties++;
        size_t k = 0;
        while (k < t.kinds_of_tie && strcmp(seen[k], kind ? kind : "") != 0)
            k++;
        if (k == t.kinds_of_tie && k < sizeof seen / sizeof *seen)
            seen[t.kinds_of_tie++] = kind ? kind : "";
    }
    return t;
}

static void begin(struct page *p, const char *title)
{
    html_format(p, "<div><h5>%s</h5>", title);
}

static void point(struct page *p, bool is_for, const char *before, int64_t count, const char *after)
{
    html_format(p, "<p><b class=%s>%s</b> %s", is_for ? "for" : "against",
                is_for ? "For:" : "Against:", before);
    if (count >= 0)
        html_number(p, count);
    html_format(p, "%s</p>\n", after);
}

static void organised(struct page *p, const struct tie_counts *t, const json_t *network)
{
    begin(p, "One organisation");
    if (t->deeds)
        point(p, true, "members pay, call or book for each other in ", t->deeds,
              t->deeds == 1 ? " record." : " records.");
    if (t->kinds_of_tie > 1)
        point(p, true, "", (int64_t)t->kinds_of_tie, " different kinds of tie point the same way.");
    html_format(p, "<p><b class=for>For:</b> all ties together make %.1f bits.</p>\n",
                json_real_at(network, "bits"));
    if (!t->deeds)
        point(p, false, "no record shows one member doing something for another.", -1, "");
    html(p, "</div>\n");
}

static void independent(struct page *p, const struct tie_counts *t)
{
    begin(p, "Independent people who share something");
    if (t->shared)
        point(p, true, "", t->shared,
              t->shared == 1 ? " record only shows a shared address, person or contact."
                             : " records only show a shared address, person or contact.");
    else
        point(p, false, "nothing is merely shared: every tie is a deed.", -1, "");
    if (t->deeds)
        point(p, false, "money, calls or bookings pass between members in ", t->deeds,
              t->deeds == 1 ? " record." : " records.");
    html(p,
         "<p class=note>A landlord, a driver, a hotel desk or a shared flat can look like this.</p></div>\n");
}

static void artefact(struct page *p, const struct tie_counts *t)
{
    begin(p, "An artefact of the data");
    if (t->single)
        point(p, true, "", t->single,
              t->single == 1 ? " tie rests on a single record." : " ties rest on a single record each.");
    else
        point(p, false, "no tie rests on a single record.", -1, "");
    if (t->kinds_of_record > 1)
        point(p, false, "the records are of ", (int64_t)t->kinds_of_record, " kinds from different tables.");
    else
        point(p, true, "all records are of one kind; an error in that table would carry through.", -1, "");
    html(p, "<p class=note>A mistyped number or a reused account can look like this: check the example "
            "records.</p>"
            "</div>\n");
}

void html_rivals(struct page *p, const json_t *network)
{
    struct tie_counts counts = count_ties(network);
    html(p, "<div class=rivals>\n");
    organised(p, &counts, network);
    independent(p, &counts);
    artefact(p, &counts);
    html(p, "</div>\n");
}
