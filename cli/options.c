/* Options and operands of one command. */
#include "options.h"

#include "commands.h"
#include "suggest.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const struct option option_json = {.name = "json", .meaning = "print JSON, as bowline-json(5) describes it"};
const struct option option_as = {.name = "as",
                                 .argument = "NAME",
                                 .meaning = "who does this, for the log",
                                 .usual = "the name that you are logged in as"};
const struct option option_purpose = {
    .name = "purpose", .argument = "TEXT", .meaning = "why, for the log; name no person or number in it"};
const struct option option_help = {.name = "help", .letter = 'h', .meaning = "print this help"};

const struct option option_keys[] = {
    {.name = "key-file",
     .argument = "FILE",
     .meaning = "the key of the case",
     .usual = "CASE.key, or another *.key file beside the case that opens it"},
    {.name = "second-key-file",
     .argument = "FILE",
     .meaning = "the other key, where two people must open the case together"},
    {.name = "passphrase-file",
     .argument = "FILE",
     .meaning = "a file whose first line is the passphrase of the case",
     .usual = "it is asked for on a terminal"},
};
enum { KEY_OPTIONS = sizeof option_keys / sizeof option_keys[0] };

bool option_is_key(const struct option *option)
{
    return option >= option_keys && option < option_keys + KEY_OPTIONS;
}

/* The command table says it where it names operands and values. */
static bool opens_case(const struct command *command)
{
    bool is_named = strstr(command->operands, "CASE") != NULL;
    for (const struct option *option = command->options; option && option->name; option++) {
        is_named |= option->argument && strcmp(option->argument, "CASE") == 0;
    }
    return is_named;
}

const struct option *command_option(const struct command *command, size_t index)
{
    size_t keys = opens_case(command) ? KEY_OPTIONS : 0;
    const struct option *own = command->options;
    for (; own && own->name; own++) {
        if (index-- == 0) {
            return own;
        }
    }
    if (index < keys) {
        return &option_keys[index];
    }
    index -= keys;
    if (command->logged && index < 2) {
        return index == 0 ? &option_as : &option_purpose;
    }
    index -= command->logged ? 2 : 0;
    if (command->data && index-- == 0) {
        return &option_json;
    }
    return index == 0 ? &option_help : NULL;
}

/* A range that ends above this says nothing to a person. */
#define RANGE_TOLD 1000000000000u

struct parser {
    struct arguments *arguments;
    const char *const *words;
    int count;
    int at;
    struct builder *problem;
};

bool number_parse(const char *text, uint64_t *number)
{
    uint64_t value = 0;
    if (text[0] == '\0') {
        return false;
    }
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9') {
            return false;
        }
        uint64_t digit = (uint64_t)(*text - '0');
        if (value > (UINT64_MAX - digit) / 10) {
            return false;
        }
        value = value * 10 + digit;
    }
    *number = value;
    return true;
}

/* The option with the name (length bytes) or, where name is NULL, the letter. */
static const struct option *find_option(const struct command *command, const char *name, size_t length,
                                        char letter)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++) {
        bool named = name && strlen(option->name) == length && memcmp(option->name, name, length) == 0;
        if (named || (!name && option->letter == letter)) {
            return option;
        }
    }
    return NULL;
}

static bool unknown_option(struct parser *parser, const char *word, size_t length)
{
    const struct command *command = parser->arguments->command;
    struct builder typed = {0};
    builder_bytes(&typed, word + 2, length - 2);
    struct suggestion suggestion = {.typed = builder_string(&typed)};
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++) {
        suggestion_offer(&suggestion, option->name);
    }
    builder_format(parser->problem, "there is no option --%s", builder_string(&typed));
    suggestion_add(&suggestion, "--", parser->problem);
    builder_release(&typed);
    return false;
}

static bool is_word_of(const char *words, const char *value)
{
    size_t length = strlen(value);
    for (const char *at = words; length > 0 && (at = strstr(at, value)); at++) {
        bool starts = at == words || at[-1] == ' ';
        if (starts && (at[length] == ' ' || at[length] == '\0')) {
            return true;
        }
    }
    return false;
}

static bool check_value(struct parser *parser, struct given_option *given)
{
    const struct option *option = given->option;
    if (option->words && !is_word_of(option->words, given->value)) {
        builder_format(parser->problem, "--%s takes one of: %s; not \"%s\"", option->name, option->words,
                       given->value);
        return false;
    }
    if (option->most == 0) {
        return true;
    }
    if (!number_parse(given->value, &given->number) || given->number < option->least ||
        given->number > option->most) {
        builder_format(parser->problem, "--%s takes a whole number", option->name);
        if (option->most < RANGE_TOLD) {
            builder_format(parser->problem, " from %llu to %llu", (unsigned long long)option->least,
                           (unsigned long long)option->most);
        }
        builder_format(parser->problem, ", not \"%s\"", given->value);
        return false;
    }
    return true;
}

/* value: what stands in the same word after the option, or NULL. */
static bool take_option(struct parser *parser, const struct option *option, const char *value)
{
    struct arguments *arguments = parser->arguments;
    for (size_t i = 0; i < arguments->given_count; i++) {
        if (arguments->given[i].option == option && option->argument) {
            builder_format(parser->problem, "--%s is given twice", option->name);
            return false;
        }
        if (arguments->given[i].option == option) {
            return true;
        }
    }
    if (option->argument && !value) {
        if (parser->at >= parser->count) {
            builder_format(parser->problem, "--%s needs a value: --%s %s", option->name, option->name,
                           option->argument);
            return false;
        }
        value = parser->words[parser->at++];
    }
    assert(arguments->given_count < OPTIONS_MOST);
    struct given_option *given = &arguments->given[arguments->given_count++];
    *given = (struct given_option){.option = option, .value = value};
    return !option->argument || check_value(parser, given);
}

static bool take_long(struct parser *parser, const char *word)
{
    const char *equals = strchr(word, '=');
    size_t length = equals ? (size_t)(equals - word) : strlen(word);
    const struct option *option = find_option(parser->arguments->command, word + 2, length - 2, 0);
    if (!option) {
        return unknown_option(parser, word, length);
    }
    if (equals && !option->argument) {
        builder_format(parser->problem, "--%s takes no value", option->name);
        return false;
    }
    return take_option(parser, option, equals ? equals + 1 : NULL);
}

static bool take_letters(struct parser *parser, const char *word)
{
    for (const char *letter = word + 1; *letter != '\0'; letter++) {
        const struct option *option = find_option(parser->arguments->command, NULL, 0, *letter);
        if (!option) {
            builder_format(parser->problem, "there is no option -%s", letter);
            return false;
        }
        const char *value = option->argument && letter[1] != '\0' ? letter + 1 : NULL;
        if (!take_option(parser, option, value)) {
            return false;
        }
        if (option->argument) {
            return true;
        }
    }
    return true;
}

static bool take_words(struct parser *parser)
{
    struct arguments *arguments = parser->arguments;
    bool only_operands = false;
    while (parser->at < parser->count) {
        const char *word = parser->words[parser->at++];
        bool fine = true;
        if (only_operands || word[0] != '-' || word[1] == '\0') {
            arguments->operands[arguments->operand_count++] = word;
        } else if (strcmp(word, "--") == 0) {
            only_operands = true;
        } else {
            fine = word[1] == '-' ? take_long(parser, word) : take_letters(parser, word);
        }
        if (!fine) {
            return false;
        }
    }
    return true;
}

static bool check_complete(const struct arguments *arguments, struct builder *problem)
{
    const struct command *command = arguments->command;
    for (const struct option *option = command->options; option && option->name; option++) {
        if (option->required && !option_text(arguments, option->name)) {
            builder_format(problem, "-%c %s is missing", option->letter, option->argument);
            return false;
        }
    }
    if (arguments->operand_count < command->least_operands) {
        builder_format(problem, "something is missing: it takes %s", command->operands);
        return false;
    }
    if (arguments->operand_count > command->most_operands) {
        builder_format(problem, "\"%s\" is too much: it takes %s",
                       arguments->operands[command->most_operands],
                       command->operands[0] != '\0' ? command->operands : "no operands");
        return false;
    }
    return true;
}

bool arguments_parse(struct arguments *arguments, const struct command *command, int count,
                     const char *const *words, struct builder *problem)
{
    *arguments = (struct arguments){.command = command};
    arguments->operands = cli_allocate((size_t)count, sizeof *arguments->operands);
    struct parser parser = {.arguments = arguments, .words = words, .count = count, .problem = problem};
    if (!take_words(&parser)) {
        return false;
    }
    return option_flag(arguments, "help") || check_complete(arguments, problem);
}

void arguments_release(struct arguments *arguments)
{
    free(arguments->operands);
    *arguments = (struct arguments){0};
}

static const struct given_option *find_given(const struct arguments *arguments, const char *name)
{
    for (size_t i = 0; i < arguments->given_count; i++) {
        if (strcmp(arguments->given[i].option->name, name) == 0) {
            return &arguments->given[i];
        }
    }
    return NULL;
}

bool option_flag(const struct arguments *arguments, const char *name)
{
    return find_given(arguments, name) != NULL;
}

const char *option_text(const struct arguments *arguments, const char *name)
{
    const struct given_option *given = find_given(arguments, name);
    return given ? given->value : NULL;
}

uint64_t option_number(const struct arguments *arguments, const char *name, uint64_t fallback)
{
    const struct given_option *given = find_given(arguments, name);
    return given ? given->number : fallback;
}
