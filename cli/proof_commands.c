/* bowline log, verify, rerun and erase: what was done with a case, whether it is what it was and can be
 * computed again, and what goes from it. */
#include "answer.h"
#include "commands.h"
#include "note.h"
#include "progress.h"
#include "render.h"
#include "signals.h"

#include <bowline/bowline.h>
#include <string.h>

const struct option erase_options[] = {
    {.name = "record", .argument = "RESOURCE/ID", .meaning = "the record to erase"},
    {.name = "older-than",
     .argument = "DATE",
     .meaning = "erase all records that ended before that day, such as 2020-01-01"},
    {.name = "reason", .argument = "TEXT", .meaning = "why, for the log; name no person or number in it"},
    {.name = "as",
     .argument = "NAME",
     .meaning = "who erases, for the log",
     .usual = "the name that you are logged in as"},
    {.name = "quiet", .letter = 'q', .meaning = "print no progress"},
    {0},
};

const struct option verify_options[] = {
    {.name = "package",
     .argument = "FILE",
     .meaning = "the data package, beside which the sources lie",
     .usual = "where it lay when it was read"},
    {0},
};

const struct option log_options[] = {
    {.name = "proof",
     .argument = "N",
     .least = 1,
     .most = INT64_MAX,
     .meaning = "print the proof that entry N is in the log"},
    {.name = "consistency", .meaning = "print the proof that the log of B entries begins with that of A"},
    {0},
};

const struct option rerun_options[] = {
    {.name = "package",
     .argument = "FILE",
     .meaning = "the data package, beside which the sources lie",
     .usual = "where it lay when it was read"},
    {.name = "threads",
     .argument = "N",
     .least = 1,
     .most = 1024,
     .meaning = "how many threads may work",
     .usual = "as many as the machine has"},
    {.name = "quiet", .letter = 'q', .meaning = "print no progress"},
    {0},
};

/* What the arguments ask of the log; 0 where they do not. */
struct log_question {
    uint64_t proof;
    uint64_t earlier, size;
};

static enum bowline_status ask_log(struct bowline_case *handle, const struct log_question *question,
                                   struct bowline_text *json, struct bowline_error *error)
{
    if (question->proof) {
        return bowline_case_log_proof(handle, question->proof, json, error);
    }
    if (question->size) {
        return bowline_case_log_growth(handle, question->earlier, question->size, json, error);
    }
    return bowline_case_log(handle, json, error);
}

static int answer_log(const struct arguments *arguments, const struct log_question *question)
{
    struct bowline_case *handle = NULL;
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    render_function *render = question->proof  ? render_log_proof
                              : question->size ? render_log_growth
                                               : render_log;
    enum bowline_status status = bowline_case_open(arguments->operands[0], &handle, &error);
    if (!status) {
        status = ask_log(handle, question, &json, &error);
    }
    bowline_case_close(handle);
    return status ? answer_fail(&error) : answer_print(arguments, &json, render);
}

int command_log(const struct arguments *arguments)
{
    struct log_question question = {.proof = option_number(arguments, "proof", 0)};
    bool is_growth = option_flag(arguments, "consistency");
    if (is_growth && (arguments->operand_count != 3 || question.proof ||
                      !number_parse(arguments->operands[1], &question.earlier) ||
                      !number_parse(arguments->operands[2], &question.size) || question.earlier == 0 ||
                      question.earlier > question.size || question.size > INT64_MAX)) {
        return answer_usage(arguments->command,
                            "--consistency takes two sizes of the log, the earlier first");
    }
    if (!is_growth && arguments->operand_count > 1) {
        return answer_usage(arguments->command, "\"%s\" is too much: it takes CASE", arguments->operands[1]);
    }
    return answer_log(arguments, &question);
}

/* What was found wrong is the answer, and makes the command fail. */
static int verified_code(const struct bowline_text *json)
{
    json_t *answer = json_loadb(json->data, json->length, 0, NULL);
    bool is_whole = json_integer_value(json_object_get(answer, "faults")) == 0;
    json_decref(answer);
    return is_whole ? EXIT_OK : EXIT_FAILED;
}

int command_verify(const struct arguments *arguments)
{
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    if (bowline_verify(arguments->operands[0], option_text(arguments, "package"), &json, &error)) {
        return answer_fail(&error);
    }
    int found = verified_code(&json);
    int code = answer_print(arguments, &json, render_verified);
    return code != EXIT_OK ? code : found;
}

int command_erase(const struct arguments *arguments)
{
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    struct progress progress;
    struct bowline_run_options options = bowline_run_defaults;
    const struct bowline_erasure erasure = {.record = option_text(arguments, "record"),
                                            .older_than = option_text(arguments, "older-than"),
                                            .because = option_text(arguments, "reason"),
                                            .who = note_who(arguments)};
    bool is_wanted = erasure.record || erasure.older_than;
    if (erasure.record && erasure.older_than) {
        return answer_usage(arguments->command, "--record and --older-than do not go together");
    }
    if (is_wanted && (!erasure.because || erasure.because[strspn(erasure.because, " \t\r\n")] == '\0')) {
        return answer_usage(arguments->command, "--reason TEXT is missing: an erasure needs its reason");
    }
    progress_init(&progress, option_flag(arguments, "quiet"));
    signals_catch();
    options.who = erasure.who;
    options.purpose = erasure.because;
    options.progress = progress_show;
    options.progress_context = &progress;
    enum bowline_status status = bowline_erase(arguments->operands[0], &erasure, &options, &json, &error);
    progress_end(&progress);
    if (status) {
        return answer_fail(&error);
    }
    return answer_print(arguments, &json, render_erased);
}

/* Like verified_code: a difference is the answer. */
static int rerun_code(const struct bowline_text *json)
{
    json_t *answer = json_loadb(json->data, json->length, 0, NULL);
    bool is_same = json_is_true(json_object_get(answer, "same"));
    json_decref(answer);
    return is_same ? EXIT_OK : EXIT_FAILED;
}

int command_rerun(const struct arguments *arguments)
{
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    struct progress progress;
    struct bowline_run_options options = bowline_run_defaults;
    progress_init(&progress, option_flag(arguments, "quiet"));
    signals_catch();
    options.threads = (unsigned)option_number(arguments, "threads", options.threads);
    options.progress = progress_show;
    options.progress_context = &progress;
    enum bowline_status status =
        bowline_rerun(arguments->operands[0], option_text(arguments, "package"), &options, &json, &error);
    progress_end(&progress);
    if (status) {
        return answer_fail(&error);
    }
    int found = rerun_code(&json);
    int code = answer_print(arguments, &json, render_rerun);
    return code != EXIT_OK ? code : found;
}
