/* Manual pages as man source. */
#include "manual.h"

#include "help.h"

#include <bowline/version.h>
#include <string.h>

/* A full stop or an apostrophe that begins a line would be a request; a dash that is typed is not a hyphen.
 */
static void add_escaped(struct builder *out, const char *text, size_t length)
{
    bool line_begins = true;
    for (size_t i = 0; i < length; i++) {
        char letter = text[i];
        if (line_begins && (letter == '.' || letter == '\'')) {
            builder_text(out, "\\&");
        }
        line_begins = letter == '\n';
        if (letter == '\\') {
            builder_text(out, "\\e");
        } else if (letter == '-') {
            builder_text(out, "\\-");
        } else {
            builder_bytes(out, &letter, 1);
        }
    }
}

static void add_text(struct builder *out, const char *text)
{
    add_escaped(out, text, strlen(text));
}

static void add_header(struct builder *out, const char *name, const char *section, const char *purpose)
{
    builder_text(out, ".TH \"");
    for (const char *at = name; *at != '\0'; at++) {
        char upper = *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at;
        add_escaped(out, &upper, 1);
    }
    builder_format(out, "\" \"%s\" \"\" \"Bowline %s\" \"Bowline Manual\"\n.nh\n.SH NAME\n", section,
                   BOWLINE_VERSION);
    add_text(out, name);
    builder_text(out, " \\- ");
    add_text(out, purpose);
    builder_text(out, "\n");
}

static void add_paragraphs(struct builder *out, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        builder_text(out, ".PP\n");
        add_escaped(out, text, length);
        builder_text(out, "\n");
        text += text[length] == '\n' ? length + 1 : length;
    }
}

static void add_option(struct builder *out, const struct option *option)
{
    builder_text(out, ".TP\n");
    if (option->letter) {
        builder_format(out, "\\fB\\-%c\\fR, ", option->letter);
    }
    builder_text(out, "\\fB\\-\\-");
    add_text(out, option->name);
    builder_text(out, "\\fR");
    if (option->argument) {
        builder_format(out, " \\fI%s\\fR", option->argument);
    }
    builder_text(out, "\n");
    add_text(out, option->meaning);
    if (option->usual) {
        builder_text(out, " (default: ");
        add_text(out, option->usual);
        builder_text(out, ")");
    }
    builder_text(out, ".\n");
}

static void add_exit_codes(struct builder *out)
{
    builder_text(out, ".SH EXIT STATUS\n");
    for (size_t i = 0; i < help_exit_code_count; i++) {
        builder_format(out, ".TP\n%d\n", help_exit_codes[i].code);
        add_text(out, help_exit_codes[i].meaning);
        builder_text(out, ".\n");
    }
}

void manual_of_command(struct builder *out, const struct command *command)
{
    struct builder name = {0};
    struct builder synopsis = {0};
    const struct option *option;
    builder_format(&name, "bowline-%s", command->name);
    help_synopsis(&synopsis, command);
    add_header(out, builder_string(&name), "1", command->purpose);
    builder_text(out, ".SH SYNOPSIS\n");
    add_text(out, builder_string(&synopsis));
    builder_text(out, "\n.SH DESCRIPTION\n");
    add_paragraphs(out, command->description);
    builder_text(out, ".SH OPTIONS\n");
    for (size_t i = 0; (option = command_option(command, i)); i++) {
        add_option(out, option);
    }
    add_exit_codes(out);
    builder_text(out, ".SH EXAMPLE\n.nf\n");
    add_text(out, command->example);
    builder_text(out, "\n.fi\n.PP\n");
    add_text(out, command->example_result);
    builder_format(out, "\n.SH SEE ALSO\n\\fBbowline\\fR(1)%s\n",
                   command->data ? ", \\fBbowline\\-json\\fR(5)" : "");
    builder_release(&name);
    builder_release(&synopsis);
}

static const char *const environment[][2] = {
    {"NO_COLOR", "where it is set and not empty, nothing is coloured"},
    {"LC_ALL, LC_CTYPE, LANG", "the first one that is set decides whether bars and ellipses may leave ASCII"},
    {"COLUMNS", "the width of tables where standard output is no terminal (default: 100)"},
};

void manual_overview(struct builder *out)
{
    add_header(out, "bowline", "1",
               "finds the organised groups behind records, with the evidence for every link");
    builder_text(
        out,
        ".SH SYNOPSIS\nbowline COMMAND [ARGUMENTS]\n.br\nbowline \\-\\-help\n.br\nbowline \\-\\-version\n"
        ".SH DESCRIPTION\n");
    add_paragraphs(out, "Bowline reads tables of records (ads, stays, payments, calls, premises, persons, "
                        "reports) as a data package "
                        "describes them, and finds which records one operator is behind and which operators "
                        "work together. It keeps "
                        "everything in one case file and gives the evidence for every link, down to the "
                        "bytes of the sources.\n"
                        "It works on what is given to it and uses no network.");
    builder_text(out, ".SH COMMANDS\n");
    for (size_t i = 0; i < command_count; i++) {
        builder_format(out, ".TP\n\\fBbowline\\-%s\\fR(1)\n", commands[i].name);
        add_text(out, commands[i].purpose);
        builder_text(out, ".\n");
    }
    add_exit_codes(out);
    builder_text(out, ".SH ENVIRONMENT\n");
    for (size_t i = 0; i < sizeof environment / sizeof environment[0]; i++) {
        builder_format(out, ".TP\n%s\n", environment[i][0]);
        add_text(out, environment[i][1]);
        builder_text(out, ".\n");
    }
    builder_text(out, ".SH EXAMPLE\n.nf\n");
    add_text(out, "bowline simulate demo --seed 7 --ads 200 --rings 3\nbowline run demo/datapackage.json -o "
                  "demo/case.bowline\n"
                  "bowline report demo/case.bowline -o demo/case.html\n");
    builder_text(out, ".fi\n.SH SEE ALSO\n\\fBbowline\\-json\\fR(5)\n");
}

/* A line of a paragraph: code between back quotes becomes bold; code: whether a quote is open, which may last
 * over several lines. */
static void add_marked(struct builder *out, const char *line, size_t length, bool *code)
{
    while (length > 0) {
        const char *quote = memchr(line, '`', length);
        size_t plain = quote ? (size_t)(quote - line) : length;
        add_escaped(out, line, plain);
        if (!quote) {
            break;
        }
        *code = !*code;
        builder_text(out, *code ? "\\fB" : "\\fR");
        line += plain + 1;
        length -= plain + 1;
    }
    builder_text(out, "\n");
}

/* "NETWORK_ROW: ..." defines a word and begins a line. */
static bool is_definition(const char *line)
{
    size_t letters = strspn(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    return letters > 2 && line[letters] == ':';
}

static void add_heading(struct builder *out, const char *line, size_t length)
{
    builder_text(out, ".SH \"");
    for (size_t i = 3; i < length; i++) {
        if (line[i] != '`' && line[i] != '"') {
            add_escaped(out, line + i, 1);
        }
    }
    builder_text(out, "\"\n");
}

void manual_of_json(struct builder *out, const char *markdown)
{
    bool verbatim = false;
    bool blank = true;
    bool code = false;
    add_header(out, "bowline-json", "5", "the answers that bowline prints with --json");
    builder_text(out, ".SH DESCRIPTION\n");
    for (const char *line = markdown; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        bool indented = strncmp(line, "    ", 4) == 0;
        if (verbatim != indented) {
            builder_text(out, verbatim ? ".fi\n" : ".nf\n");
        }
        verbatim = indented;
        if (length > 3 && strncmp(line, "## ", 3) == 0) {
            add_heading(out, line, length);
        } else if (length > 0 && line[0] != '#') {
            bool begins = !indented && (blank || is_definition(line));
            builder_text(out, begins ? ".PP\n" : "");
            add_marked(out, line + (indented ? 4 : 0), length - (indented ? 4 : 0), &code);
        }
        blank = length == 0 || line[0] == '#';
        line += line[length] == '\n' ? length + 1 : length;
    }
    builder_text(out, verbatim ? ".fi\n" : "");
    builder_text(out, ".SH SEE ALSO\n\\fBbowline\\fR(1)\n");
}
