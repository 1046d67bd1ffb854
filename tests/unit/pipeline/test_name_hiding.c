/* Names of protected parties leave the texts of templates; other words stay. */
#include "pipeline/name_hiding.h"
#include "support/cmocka_all.h"

#include <stdio.h>

/* One template of two ads that advertise `name` and have the contact "Office". */
static enum bowline_status hide(const char *name, const char *text, char *out, size_t size)
{
    struct record_table records;
    struct template_table templates;
    struct text_template one[2] = {{.members = 0}, {.members = 2, .bits_per_text = 1000}};
    struct template_member members[2] = {{.record = 1}, {.record = 2}};
    struct bowline_error err;
    record_table_init(&records);
    template_table_init(&templates);
    resource_id ads = record_table_add_resource(&records, "ads", KIND_AD);
    const struct role roles[] = {{PARTY_ADVERTISED, TYPE_NAME}, {PARTY_CONTACT, TYPE_NAME}};
    field_id who = record_table_add_field(&records, ads, "who", roles[0], NULL);
    field_id contact = record_table_add_field(&records, ads, "contact", roles[1], NULL);
    for (int i = 1; i <= 2; i++) {
        struct record record = {.resource = ads, .kind = KIND_AD};
        assert_int_equal(record_table_add(&records, &record, span_of("A")), i);
        assert_true(record_table_add_cell(&records, who, span_of(name)));
        assert_true(record_table_add_cell(&records, contact, span_of("Office")));
    }
    one[1].text = buffer_keep(&templates.pool, span_of(text));
    templates.templates = one;
    templates.members = members;
    templates.count = 1;
    templates.member_count = 2;
    enum bowline_status status = names_hide(&records, &templates, &err);
    struct span hidden = template_text(&templates, 1);
    snprintf(out, size, "%.*s", (int)hidden.length, hidden.at);
    templates.templates = NULL;
    templates.members = NULL;
    template_table_release(&templates);
    record_table_release(&records);
    return status;
}

static void becomes(const char *name, const char *text, const char *expected)
{
    char out[200];
    assert_int_equal(hide(name, text, out, sizeof out), BOWLINE_OK);
    assert_string_equal(out, expected);
}

static void whole_words_are_hidden_however_they_are_written(void **state)
{
    (void)state;
    becomes("Nina", "nina here call {phone}", "{name} here call {phone}");
    becomes("NINA Rose", "rose and nina", "{name} and {name}");
    becomes("Zoë", "met zoe {free}", "met {name} {free}");
}

static void other_words_stay(void **state)
{
    (void)state;
    becomes("Nina", "ninas janina", "ninas janina");
    becomes("Li", "li calls the office", "li calls the office");
    becomes("", "nobody is named", "nobody is named");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_words_are_hidden_however_they_are_written),
        cmocka_unit_test(other_words_stay),
    };
    return cmocka_run_group_tests_name("name_hiding", tests, NULL, NULL);
}
