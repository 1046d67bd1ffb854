/* bowline decide: what a person decided goes into the case, is withdrawn, or is listed. */
#include "answer.h"
#include "commands.h"
#include "note.h"
#include "render.h"
#include "suggest.h"

#include <bowline/bowline.h>
#include <stdlib.h>
#include <string.h>

static const char *const words[] = {"same",      "not-same",  "unsure", "generic",
                                    "exclusive", "compelled", "undo",   "list"};
enum { WORDS = sizeof words / sizeof words[0], ON_RECORDS = 3, COMPELLED = 5, UNDO = 6 };

static int unknown_word(const struct arguments *arguments)
{
    struct builder hint = {0};
    struct suggestion suggestion = {.typed = arguments->operands[1]};
    for (size_t i = 0; i < WORDS; i++) {
        suggestion_offer(&suggestion, words[i]);
    }
    suggestion_add(&suggestion, "", &hint);
    int code =
        answer_usage(arguments->command,
                     "\"%s\" is none of same, not-same, unsure, generic, exclusive, compelled, undo, list%s",
                     arguments->operands[1], builder_string(&hint));
    builder_release(&hint);
    return code;
}

static int print_result(const struct arguments *arguments, enum bowline_status status,
                        struct bowline_text *json, const struct bowline_error *error)
{
    return status ? answer_fail(error) : answer_print(arguments, json, render_decision);
}

static int list_decisions(const struct arguments *arguments)
{
    struct bowline_case *handle = NULL;
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    if (arguments->operand_count > 2) {
        return answer_usage(arguments->command, "list takes nothing after it");
    }
    enum bowline_status status = bowline_case_open(arguments->operands[0], &handle, &error);
    if (!status) {
        status = bowline_case_decisions(handle, &json, &error);
    }
    bowline_case_close(handle);
    return status ? answer_fail(&error) : answer_print(arguments, &json, render_decisions);
}

static int undo_decision(const struct arguments *arguments)
{
    uint64_t number = 0;
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    const struct bowline_decision reason = {.because = option_text(arguments, "because"),
                                            .who = note_who(arguments)};
    if (arguments->operand_count != 3 || !number_parse(arguments->operands[2], &number) || number == 0 ||
        number > UINT32_MAX) {
        return answer_usage(
            arguments->command,
            "undo takes the number of one decision, as \"bowline decide CASE list\" prints it");
    }
    enum bowline_status status =
        bowline_decide_undo(arguments->operands[0], (uint32_t)number, &reason, &json, &error);
    return print_result(arguments, status, &json, &error);
}

/* Names from operand `at` on: "entity" and the number after it are one. The caller releases each. How many.
 */
static size_t gather_names(const struct arguments *arguments, struct builder names[2])
{
    size_t count = 0;
    for (size_t at = 2; at < arguments->operand_count; at++, count++) {
        uint64_t number = 0;
        const char *word = arguments->operands[at];
        const char *next = at + 1 < arguments->operand_count ? arguments->operands[at + 1] : "";
        bool is_entity = strcmp(word, "entity") == 0 && number_parse(next, &number);
        if (count < 2) {
            builder_format(&names[count], "%s%s%s", word, is_entity ? " " : "", is_entity ? next : "");
        }
        at += is_entity;
    }
    return count;
}

/* A value may be several words: its type, and the blanks in it. */
static size_t gather_value(const struct arguments *arguments, struct builder names[2])
{
    for (size_t at = 2; at < arguments->operand_count; at++) {
        builder_format(&names[0], "%s%s", at > 2 ? " " : "", arguments->operands[at]);
    }
    return arguments->operand_count > 2;
}

/* word: its place in `words`. */
static int make_decision(const struct arguments *arguments, size_t word)
{
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    struct builder names[2] = {{0}, {0}};
    const char *because = option_text(arguments, "because");
    bool on_records = word < ON_RECORDS;
    size_t count =
        on_records || word == COMPELLED ? gather_names(arguments, names) : gather_value(arguments, names);
    int code;
    if (count != (on_records ? 2 : 1)) {
        code = answer_usage(arguments->command, "%s takes %s, not %zu", arguments->operands[1],
                            on_records          ? "two records or entities"
                            : word == COMPELLED ? "a record"
                                                : "a value",
                            count);
    } else if (!because || because[strspn(because, " \t\r\n")] == '\0') {
        code = answer_usage(arguments->command, "--because TEXT is missing: a decision needs its reason");
    } else {
        const struct bowline_decision decision = {.what = arguments->operands[1],
                                                  .a = builder_string(&names[0]),
                                                  .b = on_records ? builder_string(&names[1]) : NULL,
                                                  .because = because,
                                                  .who = note_who(arguments)};
        enum bowline_status status = bowline_decide(arguments->operands[0], &decision, &json, &error);
        code = print_result(arguments, status, &json, &error);
    }
    builder_release(&names[0]);
    builder_release(&names[1]);
    return code;
}

int command_decide(const struct arguments *arguments)
{
    size_t word = 0;
    while (word < WORDS && strcmp(words[word], arguments->operands[1]) != 0) {
        word++;
    }
    if (word == WORDS) {
        return unknown_word(arguments);
    }
    if (word < UNDO) {
        return make_decision(arguments, word);
    }
    return word == UNDO ? undo_decision(arguments) : list_decisions(arguments);
}
