/* bowline key and reveal: what opens a case, and what opens a pseudonym in it. */
#include "answer.h"
#include "commands.h"
#include "json_fields.h"
#include "keys.h"
#include "render.h"

#include <bowline/bowline.h>
#include <string.h>

int command_key(const struct arguments *arguments)
{
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    const struct bowline_keys lock = {.key_file = option_text(arguments, "new-key-file"),
                                      .second_key_file = option_text(arguments, "new-second-key-file"),
                                      .passphrase_file = option_text(arguments, "new-passphrase-file"),
                                      .ask = keys_can_ask() ? keys_ask : NULL,
                                      .say = keys_say};
    bool is_given = lock.key_file || lock.second_key_file || lock.passphrase_file;
    bool is_change = arguments->operand_count == 2;
    if (is_change && strcmp(arguments->operands[1], "change") != 0) {
        return answer_usage(arguments->command, "\"%s\" is not change", arguments->operands[1]);
    }
    if (!is_change && is_given) {
        return answer_usage(arguments->command,
                            "a new key goes with the word change: bowline key CASE change");
    }
    if (is_change && !is_given && !lock.ask) {
        return answer_usage(arguments->command, "say what is to open the case: --new-key-file or "
                                                "--new-passphrase-file");
    }
    if (lock.second_key_file && !lock.key_file) {
        return answer_usage(arguments->command, "--new-second-key-file needs --new-key-file");
    }
    enum bowline_status status = is_change ? bowline_case_relock(arguments->operands[0], &lock, &json, &error)
                                           : bowline_case_lock(arguments->operands[0], &json, &error);
    return status ? answer_fail(&error) : answer_print(arguments, &json, render_lock);
}

int command_reveal(const struct arguments *arguments)
{
    struct bowline_case *handle = NULL;
    struct bowline_text json = {0};
    struct bowline_error error = {0};
    const char *who = option_text(arguments, "as");
    const char *purpose = option_text(arguments, "purpose");
    if (!who || !purpose) {
        return answer_usage(arguments->command,
                            "--%s is missing: who sees the name of a protected party, and why, "
                            "stands in the log",
                            who ? "purpose TEXT" : "as NAME");
    }
    enum bowline_status status = bowline_case_open(arguments->operands[0], &handle, &error);
    if (!status) {
        status = bowline_case_reveal(handle, arguments->operands[1], who, purpose, &json, &error);
    }
    bowline_case_close(handle);
    return status ? answer_fail(&error) : answer_print(arguments, &json, render_reveal);
}
