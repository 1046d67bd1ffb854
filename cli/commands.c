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
    {.name = "unsealed",
     .meaning = "make the case readable by anybody who has the file, which every report of it says"},
    {.name = "quiet", .letter = 'q', .meaning = "print neither progress nor the closing paragraph"},
    {0},
};

static const struct option score_options[] = {
    {.name = "output",
     .letter = 'o',
     .argument = "FILE",
     .meaning = "write an HTML page with plots instead of the table; one that exists is replaced"},
    {0},
};

static const struct option report_options[] = {
    {.name = "output",
     .letter = 'o',
     .required = true,
     .argument = "FILE",
     .meaning = "the HTML file to write; one that exists is replaced"},
    {.name = "referral",
     .argument = "FILE",
     .meaning =
         "a text to print as the card that says where victims find help; its first line is the heading",
     .usual = "the centres of Belgium"},
    {0},
};

static const struct option export_options[] = {
    {.name = "format",
     .argument = "FORMAT",
     .words = "csv graphml gexf i2 ftm stix bag",
     .meaning =
         "what to write: tables, a graph for GraphML or GEXF readers, i2-ready tables, FollowTheMoney, "
         "STIX 2.1, or a bag",
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

static const struct option stages_options[] = {
    {.name = "calibration", .meaning = "print what the claimed probabilities of CASE proved to be worth"},
    {0},
};

static const struct option serve_options[] = {
    {.name = "port",
     .argument = "N",
     .least = 0,
     .most = 65535,
     .meaning = "the port on 127.0.0.1; 0 takes one that is free",
     .usual = "8640"},
    {.name = "socket",
     .argument = "PATH",
     .meaning = "listen at a Unix socket instead, which only its owner can reach"},
    {0},
};

static const struct option decide_options[] = {
    {.name = "because",
     .argument = "TEXT",
     .meaning = "the reason, which is kept with the decision; every decision needs one"},
    {.name = "as",
     .argument = "NAME",
     .meaning = "who decides or withdraws",
     .usual = "the name that you are logged in as"},
    {0},
};

static const struct option key_options[] = {
    {.name = "new-key-file",
     .argument = "FILE",
     .meaning = "with change: the new key, made where it is not there"},
    {.name = "new-second-key-file",
     .argument = "FILE",
     .meaning = "with change: a second new key, so that two people must open the case together"},
    {.name = "new-passphrase-file",
     .argument = "FILE",
     .meaning = "with change: a file whose first line is the new passphrase",
     .usual = "it is asked for on a terminal"},
    {0},
};

#define NUMBER_OPTION(NAME, LEAST, MOST, MEANING, USUAL)                                                     \
    {                                                                                                        \
        .name = (NAME), .argument = "N", .least = (LEAST), .most = (MOST), .meaning = (MEANING),             \
        .usual = (USUAL)                                                                                     \
    }

#define ROWS_MOST 20000000u

static const struct option simulate_options[] = {
    {.name = "preset",
     .argument = "NAME",
     .words = "tiny belgium hard",
     .meaning = "numbers that go together: tiny is quick; belgium is one large network around Brussels in "
                "100,000 ads; hard has every decoy, disguise and fault. Other options change it"},
    NUMBER_OPTION("seed", 0, UINT64_MAX, "where chance starts: the same numbers give the same files", "1"),
    NUMBER_OPTION("ads", 0, ROWS_MOST, "rows of ads.csv", "10000"),
    NUMBER_OPTION("stays", 0, ROWS_MOST, "rows of stays.csv", "a fifth of the ads"),
    NUMBER_OPTION("payments", 0, ROWS_MOST, "rows of payments.csv", "half of the ads"),
    NUMBER_OPTION("calls", 0, ROWS_MOST, "rows of calls.csv", "a fifth of the ads"),
    NUMBER_OPTION("rings", 0, 10000, "organised networks among the parties", "5"),
    NUMBER_OPTION("members", 2, 60, "organisers and helpers of each ring", "drawn, 3 to 7"),
    NUMBER_OPTION("advertised", 1, 200, "people that each ring advertises", "drawn, 5 to 14"),
    NUMBER_OPTION("premises", 1, 60, "premises that each ring uses, and it uses no others", "drawn, 3 to 5"),
    {.name = "centre",
     .argument = "TOWN",
     .meaning = "where each ring has its centre, with towns around it",
     .usual = "drawn"},
    {.name = "decoys",
     .argument = "LIST",
     .meaning =
         "shares of innocent look-alikes, as NAME=SHARE split by commas, a share from 0 to 1; all=0 turns "
         "them off. Names: independent agency shared-flat shared-driver safety-phone touring copied-text "
         "boilerplate spam hotline reassigned-number hotel-desk landlord payroll rent family "
         "business-traveller"},
    NUMBER_OPTION("edits", 0, 100, "percent of a ring's ads whose text was changed for them", "50"),
    NUMBER_OPTION("reuse", 0, 100, "percent of a ring's ads with a number that its other ads carry", "56"),
    NUMBER_OPTION("months", 2, 120, "how long the world lasts", "24"),
    {.name = "languages",
     .argument = "LIST",
     .meaning = "languages of the ads, split by commas: en nl fr de es it pt ro zh ja ru, or all",
     .usual = "en,nl,fr,de"},
    NUMBER_OPTION("obfuscation", 0, 100, "percent of ads whose contacts are written to be hidden", "0"),
    NUMBER_OPTION("dirt", 0, 100, "percent of rows in which something is wrong", "0"),
    {.name = "swap-words",
     .argument = "KIND",
     .words = "nationality",
     .meaning = "change words of nationality for others; nothing else in the files changes"},
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
        .logged = true,
        .description =
            "Reads the tables that the data package describes and brings every stage of the case file up to "
            "date. A case file that is "
            "not there is made. One that is there is continued: stages whose inputs are unchanged are left "
            "alone.\n"
            "Progress goes to standard error: a bar on a terminal, otherwise a line for each finished stage. "
            "Ctrl-C stops at the next "
            "safe place with exit code 3, and the next run continues there; a second Ctrl-C ends at once.\n"
            "The case is sealed: what people wrote, and where somebody was, stands in it as ciphertext. On a "
            "terminal "
            "\"bowline run\" asks for a passphrase; otherwise, and where none is given, the key stands in a "
            "file, "
            "CASE.key, which is made and which every later command finds. --unsealed leaves the case in "
            "clear.\n"
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
        .logged = true,
        .description = "Writes one self-contained HTML file: networks, entities, movement and money, each "
                       "with the evidence it rests on. It "
                       "loads nothing from elsewhere and can be opened, printed and archived as it is.",
        .example = "bowline report case.bowline -o case.html",
        .example_result = "Writes case.html, to be opened with a browser.",
        .run = command_report,
    },
    {
        .name = "export",
        .purpose = "write the case as tables or a graph for other programs",
        .operands = "CASE",
        .least_operands = 1,
        .most_operands = 1,
        .options = export_options,
        .logged = true,
        .description =
            "Writes records, entities, networks, links, templates, members, identifiers and "
            "rejects, each as one CSV file in UTF-8 "
            "with a header, sorted, and the same bytes from run to run. The other formats hold networks, "
            "entities, their records and identifiers as a graph, without protected parties. A bag (BagIt, "
            "RFC "
            "8493) holds report, tables, cited rows, method, log and provenance; \"sha256sum -c "
            "manifest-sha256.txt\" in it checks it.",
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
        .logged = true,
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
        .logged = true,
        .description =
            "Prints the evidence for and against one operator behind both records as a waterfall of bits. A "
            "bit "
            "doubles the odds; ten bits are about 1,000 to 1. Where the records are together without a link "
            "of "
            "their own, the path of links between them is explained: the one whose weakest link is "
            "strongest.\n"
            "Also: which single piece of evidence would change the answer, were it not there or everybody's; "
            "the "
            "rivals, which are other groups that the records have links to; and the decisions that stand.\n"
            "RECORD may end in :PARTY, such as calls/C-1:to, where one party of it is meant.",
        .example = "bowline why case.bowline ads/A-1 ads/A-4",
        .example_result =
            "Prints each piece of evidence, what it adds or takes away, and the source bytes it was "
            "read from.",
        .run = command_why,
    },
    {
        .name = "why-not",
        .purpose = "explain why two records are not together",
        .operands = "CASE RECORD RECORD",
        .least_operands = 3,
        .most_operands = 3,
        .data = true,
        .logged = true,
        .description =
            "Looks at two records anew, with the code of the run: whether anything brought them together to "
            "be "
            "compared, and if not, what was left out; what speaks for and against one operator behind both; "
            "and what "
            "keeps apart the groups that they are in: the evidence between these, the cost of joining, or a "
            "decision.\n"
            "A record stands for the party that it is filed under; say RESOURCE/ID:PARTY for another. Takes "
            "about as "
            "long as the link stage of a run.",
        .example = "bowline why-not case.bowline ads/A-9 ads/A-13",
        .example_result = "Prints that the two share nothing, and the sum of what was compared.",
        .run = command_why_not,
    },
    {
        .name = "rerun",
        .purpose = "compute the case again from its sources and compare",
        .operands = "CASE",
        .least_operands = 1,
        .most_operands = 1,
        .options = rerun_options,
        .data = true,
        .description =
            "Reads the sources again and computes every conclusion into another file beside the case, which "
            "is "
            "removed again, keeping to the same decisions and erasures; then compares all tables, value by "
            "value. Where something differs it says in which stage, in which table and row, and why: another "
            "version of a method, other options in the data package, or other input; then the exit code is "
            "1.",
        .example = "bowline rerun case.bowline",
        .example_result = "Prints that every table is the same.",
        .run = command_rerun,
    },
    {
        .name = "decide",
        .purpose = "say what a person knows better than the evidence",
        .operands = "CASE WHAT [A B|VALUE|N]",
        .least_operands = 2,
        .most_operands = UINT_MAX,
        .options = decide_options,
        .data = true,
        .description =
            "Keeps a decision in the case file. From the next \"bowline run\" on it outranks every score, "
            "also "
            "where the sources have changed since. WHAT is one of:\n"
            "same A B, not-same A B, unsure A B: the two have one operator, or two, or nobody can tell "
            "(which is "
            "noted and changes nothing). A and B are records, RESOURCE/ID, with :PARTY where another party "
            "than "
            "the one that the record is filed under is meant, as in calls/C-1:to; or entities, as in entity "
            "7, "
            "for which a record of theirs then stands.\n"
            "generic VALUE, exclusive VALUE: the value is used by many and worth nothing, or is one "
            "operator's "
            "own and worth all that its type can be. VALUE is as shown: +32470123456, phone +32470123456, "
            "template 12.\n"
            "compelled A: what was done in the record may have been compelled, as victims are made to do "
            "things; no "
            "role counts it.\n"
            "undo N: withdraws decision N. list: prints all decisions, also those withdrawn.\n"
            "A decision that contradicts those that stand is refused, with the chain that shows it.",
        .example = "bowline decide case.bowline not-same ads/A-1 ads/A-9 --because \"two people were seen\"",
        .example_result = "Keeps decision 1 and says what it means for the next run.",
        .run = command_decide,
    },
    {
        .name = "reveal",
        .purpose = "show what a pseudonym stands for",
        .operands = "CASE PSEUDONYM",
        .least_operands = 2,
        .most_operands = 2,
        .data = true,
        .logged = true,
        .description = "People who are advertised, who stay as guests, or who may be victims appear as "
                       "pseudonyms everywhere. "
                       "This shows the value behind one, and the cells that hold it. It needs the key of the "
                       "case, --as and "
                       "--purpose, and stands in the log before anything is shown; a case that cannot be "
                       "written reveals "
                       "nothing.\n"
                       "PSEUDONYM is P- and at least four digits, as long as they tell it from others. Where "
                       "two people must "
                       "open the case (\"bowline key\"), it takes both to reveal.",
        .example = "bowline reveal case.bowline P-fd0a --purpose \"to offer her help\" --as \"A. Analyst\"",
        .example_result = "Prints the value, and which records hold it, up to twenty.",
        .run = command_reveal,
    },
    {
        .name = "key",
        .purpose = "tell or change what opens a sealed case",
        .operands = "CASE [change]",
        .least_operands = 1,
        .most_operands = 2,
        .options = key_options,
        .data = true,
        .description =
            "Tells whether a case is sealed, and whether a passphrase, a key file, or two key files of two "
            "people "
            "open it.\n"
            "change: puts another lock on it, with a new passphrase or key file. What stands in the case is "
            "not "
            "sealed anew: whoever kept an old copy of the case can open that copy with the old key.",
        .example = "bowline key case.bowline",
        .example_result = "Says that a key file opens the case, which is sealed.",
        .run = command_key,
    },
    {
        .name = "serve",
        .purpose = "open the case as a page in the browser",
        .operands = "CASE",
        .least_operands = 1,
        .most_operands = 1,
        .options = serve_options,
        .logged = true,
        .description =
            "Prints a link and answers to browsers on this machine, and to no other, until Ctrl-C. The link "
            "works once; when it was used, the next is printed.\n"
            "The page shows the networks and, for each conclusion, the evidence and the source it comes "
            "from; "
            "people decide in it as with \"bowline decide\", and the stages that a decision makes stale run "
            "again behind it, for which the tables of the case must still lie where they were read. docs/"
            "server.md describes what it answers to programs, and how it is guarded.",
        .example = "bowline serve case.bowline --port 0",
        .example_result = "Prints a link with a port that is free, to be opened with a browser.",
        .run = command_serve,
    },
    {
        .name = "search",
        .purpose = "find records by their words",
        .operands = "CASE WORD...",
        .least_operands = 2,
        .most_operands = UINT_MAX,
        .options = search_options,
        .data = true,
        .logged = true,
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
        .options = stages_options,
        .data = true,
        .description = "Prints each stage with what it reads and what it writes. With a case file also "
                       "whether it is fresh, stale or was never run.\n\n"
                       "With --calibration it prints instead how far the claimed probabilities of the case "
                       "can be trusted: pairs are scored without one type of identifier, and compared with "
                       "how often they share one.",
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
        .options = score_options,
        .logged = true,
        .description =
            "TRUTH is a CSV file with the columns resource, id, entity and network; an empty cell means "
            "alone. Prints precision, recall and F1 by pairs, by record (B-cubed) and by group, for entities "
            "and for networks; the largest group; and how far the probabilities of links can be trusted.\n"
            "Files that stand beside truth.csv add their measures: truth-decoys.csv (who was linked "
            "wrongly), truth-identifiers.csv (what was found, by type, form and language), "
            "truth-circuits.csv, truth-premises.csv and truth-money.csv.\n"
            "A truth file with an unknown column, a record that is named twice or a row that is not whole is "
            "refused, with the line.",
        .example = "bowline score case.bowline truth.csv -o score.html",
        .example_result = "Writes score.html; without -o the measures are printed as tables.",
        .run = command_score,
    },
    {
        .name = "simulate",
        .purpose = "invent a case with known answers",
        .operands = "DIR",
        .least_operands = 1,
        .most_operands = 1,
        .options = simulate_options,
        .description =
            "Writes a data package, its tables and the true answers (truth.csv and other files beside it) "
            "into a "
            "folder, which is made where it is not there. Everything in it is made up. Files of those names "
            "that exist are left alone, and that is an error.\n"
            "The same options and seed give the same bytes on every machine. docs/methods/simulation.md says "
            "what the world is made of and where each number comes from.",
        .example = "bowline simulate demo --seed 7 --ads 200 --rings 3",
        .example_result =
            "Writes demo/datapackage.json, demo/ads.csv and the others, ready for \"bowline run\".",
        .run = command_simulate,
    },
    {
        .name = "log",
        .purpose = "list what was done with the case, or prove it",
        .operands = "CASE [A B]",
        .least_operands = 1,
        .most_operands = 3,
        .options = log_options,
        .data = true,
        .description =
            "Prints each entry: when, one of six verbs (collection, alteration, consultation, disclosure, "
            "combination, erasure), the command, how many records, about what, by whom and why; then the "
            "head "
            "of the log: how many entries it has, the root of their Merkle tree (RFC 6962), and its "
            "signature.\n"
            "With --proof it prints what proves that an entry is in the log, with --consistency what "
            "proves that the log of B entries begins with that of A, unchanged. Whoever kept an earlier root "
            "can check both "
            "with any implementation of RFC 6962.",
        .example = "bowline log case.bowline",
        .example_result = "Prints a line for each entry, and the head.",
        .run = command_log,
    },
    {
        .name = "verify",
        .purpose = "check that the case is what it was",
        .operands = "CASE",
        .least_operands = 1,
        .most_operands = 1,
        .options = verify_options,
        .data = true,
        .description =
            "Checks every page of the file, every row of every table, the indexes, the decisions, the log "
            "with its signatures, and that the sources are still as they were read. What is not as it was is "
            "named: the page and what stands on it, the table and the row, the entry of the log; then the "
            "exit code is 1. A source that is not where it was is said, and is no fault.",
        .example = "bowline verify case.bowline",
        .example_result = "Prints how much was checked, and that all is as it was.",
        .run = command_verify,
    },
    {
        .name = "erase",
        .purpose = "take a record, or all before a date, out of the case",
        .operands = "CASE",
        .least_operands = 1,
        .most_operands = 1,
        .options = erase_options,
        .data = true,
        .description = "Takes records out of the case file, with all that was computed from them, the "
                       "decisions that name "
                       "them and what the log says of them; the log itself stays whole. What is concluded is "
                       "then computed "
                       "again from the rest, and the file is written anew, so that nothing of them is left "
                       "in it. A record "
                       "that was erased stays away when its source is read again.\n"
                       "An erasure that is cut short, by a full disk or a kill, is ended by \"bowline erase "
                       "CASE\" alone, "
                       "or by the next run. Sources, reports and exports outside the case are not touched.",
        .example = "bowline erase case.bowline --record ads/A-1 --reason \"request 12\"",
        .example_result = "Erases the record and says what went with it.",
        .run = command_erase,
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
