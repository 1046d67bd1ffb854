/* The dials of bowline simulate. */
#include "commands.h"

#define NUMBER_OPTION(NAME, LEAST, MOST, MEANING, USUAL)                                                     \
    {                                                                                                        \
        .name = (NAME), .argument = "N", .least = (LEAST), .most = (MOST), .meaning = (MEANING),             \
        .usual = (USUAL)                                                                                     \
    }

#define ROWS_MOST 20000000u

const struct option simulate_options[] = {
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
