/* Notes in the log of a case. */
#include "note.h"

#include "answer.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *note_who(const struct arguments *arguments)
{
    const char *named = option_text(arguments, "as");
    const char *logged_in = getenv("LOGNAME");
    if (named || (logged_in && logged_in[0] != '\0')) {
        return named ? named : logged_in;
    }
    const struct passwd *user = getpwuid(getuid());
    return user ? user->pw_name : NULL;
}

static bool is_of_every_command(const struct option *option)
{
    return option == &option_as || option == &option_purpose || option == &option_json ||
           option == &option_help;
}

void note_parameters(struct builder *out, const struct arguments *arguments)
{
    for (size_t i = 0; i < arguments->given_count; i++) {
        const struct given_option *given = &arguments->given[i];
        bool is_told = given->option->most > 0 || given->option->words;
        if (is_of_every_command(given->option)) {
            continue;
        }
        builder_format(out, "%s%s", out->length > 0 ? " " : "", given->option->name);
        if (is_told) {
            builder_format(out, "=%s", given->value);
        }
    }
}

static bool add_note(struct bowline_case *handle, struct bowline_log_note *note,
                     const struct arguments *arguments)
{
    struct builder parameters = {0};
    struct bowline_error error = {0};
    note_parameters(&parameters, arguments);
    note->command = arguments->command->name;
    note->parameters = builder_string(&parameters);
    note->who = note_who(arguments);
    note->purpose = option_text(arguments, "purpose");
    enum bowline_status status = bowline_case_note(handle, note, &error);
    builder_release(&parameters);
    if (status) {
        answer_warn("not noted in the log: %s", error.message);
    }
    return status == BOWLINE_OK;
}

void note_consultation(struct bowline_case *handle, const struct arguments *arguments, uint64_t records)
{
    struct builder object = {0};
    for (size_t i = 1; i < arguments->operand_count; i++) {
        builder_format(&object, "%s%s", i > 1 ? " " : "", arguments->operands[i]);
    }
    /* What was searched for is words of texts, or an identifier; a name of a record is neither. */
    struct bowline_log_note note = {.verb = "consultation",
                                    .object = builder_string(&object),
                                    .object_is_secret = strcmp(arguments->command->name, "search") == 0,
                                    .records = records};
    add_note(handle, &note, arguments);
    builder_release(&object);
}

bool note_disclosure(struct bowline_case *handle, const struct arguments *arguments, const char *object)
{
    struct bowline_log_note note = {.verb = "disclosure", .object = object, .records = BOWLINE_ALL_RECORDS};
    return add_note(handle, &note, arguments);
}

uint64_t note_records_of(const struct bowline_text *json)
{
    static const char *const counts[] = {"records", "total", "members_total"};
    json_t *answer = json_loadb(json->data, json->length, JSON_ALLOW_NUL, NULL);
    const json_t *totals = json_object_get(answer, "totals");
    uint64_t records = 1;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        const json_t *count = json_object_get(totals ? totals : answer, counts[i]);
        if (json_is_integer(count)) {
            records = (uint64_t)json_integer_value(count);
            break;
        }
    }
    if (json_object_get(answer, "a") && json_object_get(answer, "b")) {
        records = 2;
    }
    json_decref(answer);
    return records;
}
