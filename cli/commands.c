/* The command table. */
#include "commands.h"

#include <limits.h>
#include <string.h>

static const struct option init_options[] = {
    {.name = "output",
     .letter = 'o',
     .argument = "FILE",
     .meaning = "the data package to write",
     .usual = "datapackage.json"},
    {0},
};

static const struct option run_options[] = {
    {.name = "output",
     .letter = 'o',
     .required = true,
     .argument = "CASE",
     .meaning = "the case file to make or to bring up to date"},
    {.name = "threads",
     .argument = "N",
     .least = 1,
     .most = 1024,
     .meaning = "how many threads may work",
     .usual = "as many as the machine has"},
    {.name = "max-rejects",
     .argument = "N",
     .least = 0,
     .most = UINT64_MAX - 1,
     .meaning = "fail with exit code 4 where more rows and cells than this cannot be read",
     .usual = "no limit"},
    {.name = "quiet", .letter = 'q', .meaning = "print neither progress nor the closing paragraph"},
    {0},
};

static const struct option report_options[] = {
    {.name = "output",
     .letter = 'o',
     .required = true,
     .argument = "FILE",
     .meaning = "the HTML file to write; one that exists is replaced"},
    {0},
};

static const struct option export_options[] = {
    {.name = "format",
     .argument = "FORMAT",
     .words = "csv",
     .meaning = "how to write the tables",
     .usual = "csv"},
    {.name = "output",
     .letter = 'o',
     .required = true,
     .argument = "DIR",
     .meaning = "the folder to write into; it is made where it is not there"},
    {0},
};

static const struct option search_options[] = {
    {.name = "limit",
     .argument = "N",
     .least = 1,
     .most = 1000,
     .meaning = "print at most so many records",
     .usual = "20"},
    {0},
};

static const struct option simulate_options[] = {
    {.name = "seed",
     .argument = "N",
     .least = 0,
     .most = UINT64_MAX,
     .meaning = "where chance starts: the same numbers give the same files",
     .usual = "1"},
    {.name = "ads",
     .argument = "N",
     .least = 0,
     .most = UINT32_MAX - 1,
     .meaning = "rows of ads.csv",
     .usual = "1000"},
    {.name = "stays",
     .argument = "N",
     .least = 0,
     .most = UINT32_MAX - 1,
     .meaning = "rows of stays.csv",
     .usual = "a fifth of the ads"},
    {.name = "payments",
     .argument = "N",
     .least = 0,
     .most = UINT32_MAX - 1,
     .meaning = "rows of payments.csv",
     .usual = "half of the ads"},
    {.name = "calls",
     .argument = "N",
     .least = 0,
     .most = UINT32_MAX - 1,
     .meaning = "rows of calls.csv",
     .usual = "a fifth of the ads"},
    {.name = "rings",
     .argument = "N",
     .least = 0,
     .most = UINT32_MAX - 1,
     .meaning = "organised networks among the parties",
     .usual = "5"},
    {0},
};

static const struct option help_options[] = {
    {.name = "man",
     .meaning = "print the manual page of COMMAND, of \"bowline\" or of \"json\" as man source"},
    {.name = "completion",
     .argument = "SHELL",
     .words = "bash zsh fish",
     .meaning = "print completions for a shell"},
    {0},
};

const struct command commands[] = {
    {
        .name = "init",
        .purpose = "describe tables as a data package",
        .operands = "FILE...",
        .least_operands = 1,
        .most_operands = UINT_MAX,
        .options = init_options,
        .data = true,
        .description =
            "Looks into CSV and JSON Lines files (each may be compressed with gzip or zstd) and writes a "
            "data package that says, for "
            "each, how it is written, what one row is, and what each column holds.\n"
            "Kinds and roles are guesses. Read the file and correct them before \"bowline run\": a column "
            "without a role is kept and "
            "shown, but never analysed. A data package that exists is left alone, and that is an error.",
        .example = "bowline init ads.csv payments.csv -o new.json",
        .example_result =
            "Writes new.json and prints each table with the kind and the roles that were recognised.",
        .run = command_init,
    },
    {
        .name = "run",
        .purpose = "read the tables and find entities and networks",
        .operands = "PACKAGE",
        .least_operands = 1,
        .most_operands = 1,
        .options = run_options,
        .data = true,
        .description =
            "Reads the tables that the data package describes and brings every stage of the case file up to "
            "date. A case file that is "
            "not there is made. One that is there is continued: stages whose inputs are unchanged are left "
            "alone.\n"
            "Progress goes to standard error: a bar on a terminal, otherwise a line for each finished stage. "
            "Ctrl-C stops at the next "
            "safe place with exit code 3, and the next run continues there; a second Ctrl-C ends at once.\n"
            "Rows and cells that cannot be read are counted and kept as rejects; \"bowline show CASE\" lists "
            "the reasons.",
        .example = "bowline run datapackage.json -o case.bowline",
        .example_result = "Makes case.bowline and ends with a paragraph: how many networks, entities and "
                          "records, and what to do next.",
        .run = command_run,
    },
    {
        .name = "report",
        .purpose = "write one HTML page that anyone can read",
        .operands = "CASE",
        .least_operands = 1,
        .most_operands = 1,
        .options = report_options,
        .description = "Writes one self-contained HTML file: networks, entities, movement and money, each "
                       "with the evidence it rests on. It "
                       "loads nothing from elsewhere and can be opened, printed and archived as it is.",
        .example = "bowline report case.bowline -o case.html",
        .example_result = "Writes case.html, to be opened with a browser.",
        .run = command_report,
    },
    {
        .name = "export",
        .purpose = "write the case as tables",
        .operands = "CASE",
        .least_operands = 1,
        .most_operands = 1,
        .options = export_options,
        .description = "Writes records, entities, networks, links, templates, members, identifiers and "
                       "rejects, each as one CSV file in UTF-8 "
                       "with a header, sorted, and the same bytes from run to run.",
        .example = "bowline export case.bowline --format csv -o tables",
        .example_result = "Writes tables/records.csv, tables/entities.csv and the others.",
        .run = command_export,
    },
    {
        .name = "show",
        .purpose = "show the case, a network, an entity, a record or a template",
        .operands = "CASE [network|entity|record|template ID]",
        .least_operands = 1,
        .most_operands = 3,
        .data = true,
        .description =
            "Without an ID: totals, sources, rejects by reason, and the first networks and "
            "entities. With one: a dossier of the "
            "network, the entity or the record, with the sources of each statement; or a template, "
            "the values of its slots, and its texts laid beside it.\n"
            "A record is named RESOURCE/ID, such as ads/A-1, or by its ID alone where only one "
            "resource has it. Values of protected "
            "parties appear as pseudonyms.",
        .example = "bowline show case.bowline network 1",
        .example_result =
            "Prints who belongs to network 1, what ties them, where they were and what they paid.",
        .run = command_show,
    },
    {
        .name = "why",
        .purpose = "explain why two records are, or are not, together",
        .operands = "CASE RECORD RECORD",
        .least_operands = 3,
        .most_operands = 3,
        .data = true,
        .description = "Prints the evidence for and against one operator behind both records as a waterfall "
                       "of bits. A bit doubles the odds; "
                       "ten bits are about 1,000 to 1. Where the records are together without a link of "
                       "their own, the path of links between "
                       "them is explained.",
        .example = "bowline why case.bowline ads/A-1 ads/A-4",
        .example_result = "Prints each piece of evidence, what it adds or takes away, and the source bytes "
                          "it was read from.",
        .run = command_why,
    },
    {
        .name = "search",
        .purpose = "find records by their words",
        .operands = "CASE WORD...",
        .least_operands = 2,
        .most_operands = UINT_MAX,
        .options = search_options,
        .data = true,
        .description = "Prints the records that hold all the words, best first, with the words in "
                       "[brackets]. Capitals and accents make no difference.",
        .example = "bowline search case.bowline new in town",
        .example_result = "Prints the records that hold the three words.",
        .run = command_search,
    },
    {
        .name = "stages",
        .purpose = "list the stages and what is up to date",
        .operands = "[CASE]",
        .least_operands = 0,
        .most_operands = 1,
        .data = true,
        .description = "Prints each stage with what it reads and what it writes. With a case file also "
                       "whether it is fresh, stale or was never run.",
        .example = "bowline stages case.bowline",
        .example_result = "Prints a table of stages, all fresh after a run.",
        .run = command_stages,
    },
    {
        .name = "score",
        .purpose = "measure the case against known answers",
        .operands = "CASE TRUTH",
        .least_operands = 2,
        .most_operands = 2,
        .data = true,
        .description = "TRUTH is a CSV file with the columns resource, id, entity and network; an empty cell "
                       "means alone. Prints pairwise and "
                       "B-cubed precision, recall and F1, the adjusted Rand index and the largest group, for "
                       "entities and for networks, and how "
                       "far the probabilities of links can be trusted.",
        .example = "bowline score case.bowline truth.csv",
        .example_result = "Prints precision, recall and F1 for entities and networks.",
        .run = command_score,
    },
    {
        .name = "simulate",
        .purpose = "invent a case with known answers",
        .operands = "DIR",
        .least_operands = 1,
        .most_operands = 1,
        .options = simulate_options,
        .description = "Writes a data package, its tables and truth.csv into a folder, which is made where "
                       "it is not there. Everything in it is "
                       "made up. Files of those names that exist are left alone, and that is an error.",
        .example = "bowline simulate demo --seed 7 --ads 200 --rings 3",
        .example_result =
            "Writes demo/datapackage.json, demo/ads.csv and the others, ready for \"bowline run\".",
        .run = command_simulate,
    },
    {
        .name = "help",
        .purpose = "explain a command",
        .operands = "[COMMAND]",
        .least_operands = 0,
        .most_operands = 1,
        .options = help_options,
        .data = true,
        .description =
            "Without a command: the list of commands. With --json: the commands and their options as data.",
        .example = "bowline help run",
        .example_result = "Prints the same as \"bowline run --help\".",
        .run = command_help,
    },
    {
        .name = "version",
        .purpose = "print the version",
        .operands = "",
        .data = true,
        .description = "Prints the version of Bowline and of the case files it writes.",
        .example = "bowline version",
        .example_result = "Prints one line.",
        .run = command_version,
    },
};
const size_t command_count = sizeof commands / sizeof commands[0];

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(commands[i].name, name) == 0) {
            return &commands[i];
        }
    }
    return NULL;
}
