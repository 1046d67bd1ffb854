/* Completions for bash, zsh and fish: commands, then the options of the command, else files. */
#include "completion.h"

#include "help.h"

#include <string.h>

static void add_names(struct builder *out, const char *before)
{
    for (size_t i = 0; i < command_count; i++) {
        builder_format(out, "%s%s", i > 0 ? " " : before, commands[i].name);
    }
}

/* What may follow the command's name, with ways to show things and to close sets of words. */
static const char *operand_words(const struct command *command)
{
    if (strcmp(command->name, "decide") == 0) {
        return "same not-same unsure generic exclusive compelled undo list";
    }
    return strcmp(command->name, "show") == 0 ? "network entity record template" : "";
}

static void add_bash_options(struct builder *out, const struct command *command)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option(command, i)); i++) {
        builder_format(out, "%s--%s", i > 0 ? " " : "", option->name);
    }
}

static void add_bash_values(struct builder *out)
{
    for (size_t i = 0; i < command_count; i++) {
        for (const struct option *option = commands[i].options; option && option->name; option++) {
            if (option->words) {
                builder_format(out, "    %s:--%s) COMPREPLY=($(compgen -W \"%s\" -- \"$word\")); return ;;\n",
                               commands[i].name, option->name, option->words);
            }
        }
    }
}

static void add_bash(struct builder *out)
{
    builder_text(out, "# bash completion for bowline\n_bowline()\n{\n    local "
                      "word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS["
                      "COMP_CWORD-1]}\" words=\"\"\n    COMPREPLY=()\n    if [ \"$COMP_CWORD\" -eq 1 ]; "
                      "then\n        COMPREPLY=($(compgen "
                      "-W \"");
    add_names(out, "");
    builder_text(out, " --help --version\" -- \"$word\"))\n        return\n    fi\n    case "
                      "\"${COMP_WORDS[1]}:$before\" in\n");
    add_bash_values(out);
    builder_text(out, "    esac\n    case \"${COMP_WORDS[1]}:$word\" in\n");
    for (size_t i = 0; i < command_count; i++) {
        builder_format(out, "    %s:-*) words=\"", commands[i].name);
        add_bash_options(out, &commands[i]);
        builder_text(out, "\" ;;\n");
        if (operand_words(&commands[i])[0] != '\0') {
            builder_format(out, "    %s:*) [ \"$COMP_CWORD\" -eq 3 ] && words=\"%s\" ;;\n", commands[i].name,
                           operand_words(&commands[i]));
        }
    }
    builder_text(out, "    help:*) words=\"");
    add_names(out, "");
    builder_text(
        out,
        "\" ;;\n    esac\n    [ -n \"$words\" ] && COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\n"
        "complete -o default -F _bowline bowline\n");
}

/* Text in single quotes of a shell, without the letters that zsh reads in a specification. */
static void add_quoted(struct builder *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            builder_text(out, "'\\''");
        } else if (*text == '[' || *text == ']' || *text == ':') {
            builder_format(out, "\\%c", *text);
        } else {
            builder_bytes(out, text, 1);
        }
    }
}

static void add_zsh_option(struct builder *out, const struct option *option)
{
    builder_format(out, " \\\n            '--%s[", option->name);
    add_quoted(out, option->meaning);
    builder_text(out, "]");
    if (option->words) {
        builder_format(out, ":%s:(%s)", option->argument, option->words);
    } else if (option->most > 0) {
        builder_format(out, ":%s: ", option->argument);
    } else if (option->argument) {
        builder_format(out, ":%s:_files", option->argument);
    }
    builder_text(out, "'");
}

static void add_zsh(struct builder *out)
{
    builder_text(out, "#compdef bowline\n_bowline()\n{\n    local -a names\n    names=(\n");
    for (size_t i = 0; i < command_count; i++) {
        builder_format(out, "        '%s:", commands[i].name);
        add_quoted(out, commands[i].purpose);
        builder_text(out, "'\n");
    }
    builder_text(
        out,
        "    )\n    if (( CURRENT == 2 )); then\n        _describe command names\n        return\n    fi\n"
        "    local name=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $name in\n");
    for (size_t i = 0; i < command_count; i++) {
        const struct option *option;
        bool show = operand_words(&commands[i])[0] != '\0';
        builder_format(out, "    %s)\n        _arguments", commands[i].name);
        for (size_t j = 0; (option = command_option(&commands[i], j)); j++) {
            add_zsh_option(out, option);
        }
        if (show) {
            builder_format(out, " \\\n            '1:case:_files' '2:kind:(%s)' '*:id: '",
                           operand_words(&commands[i]));
        } else if (commands[i].run == command_help) {
            add_names(out, " \\\n            '1:command:(");
            builder_text(out, ")'");
        } else {
            builder_text(out, " \\\n            '*:file:_files'");
        }
        builder_text(out, "\n        ;;\n");
    }
    builder_text(out, "    esac\n}\n_bowline \"$@\"\n");
}

static void add_fish_option(struct builder *out, const char *command, const struct option *option)
{
    builder_format(out, "complete -c bowline -n '__fish_seen_subcommand_from %s' -l %s", command,
                   option->name);
    if (option->letter) {
        builder_format(out, " -s %c", option->letter);
    }
    if (option->words) {
        builder_format(out, " -x -a '%s'", option->words);
    } else if (option->argument) {
        builder_text(out, option->most > 0 ? " -x" : " -r");
    }
    builder_format(out, " -d '%s'\n", option->meaning);
}

static void add_fish(struct builder *out)
{
    builder_text(out, "# fish completion for bowline\n");
    for (size_t i = 0; i < command_count; i++) {
        const struct option *option;
        const char *name = commands[i].name;
        builder_format(out, "complete -c bowline -f -n __fish_use_subcommand -a %s -d '%s'\n", name,
                       commands[i].purpose);
        for (size_t j = 0; (option = command_option(&commands[i], j)); j++) {
            add_fish_option(out, name, option);
        }
        if (operand_words(&commands[i])[0] != '\0') {
            builder_format(out, "complete -c bowline -n '__fish_seen_subcommand_from %s' -a '%s'\n", name,
                           operand_words(&commands[i]));
        }
    }
    builder_text(out, "complete -c bowline -f -n '__fish_seen_subcommand_from help' -a '");
    add_names(out, "");
    builder_text(out, "'\n");
}

void completion_script(struct builder *out, const char *shell)
{
    if (strcmp(shell, "bash") == 0) {
        add_bash(out);
    } else if (strcmp(shell, "zsh") == 0) {
        add_zsh(out);
    } else {
        add_fish(out);
    }
}
