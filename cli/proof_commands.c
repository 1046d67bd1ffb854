/* bowline log and verify: what was done with a case, and whether it is what it was. */
#include "answer.h"
#include "commands.h"
#include "render.h"

#include <bowline/bowline.h>

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
