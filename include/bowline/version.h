/* The version of the library and of the case files it writes. */
#ifndef BOWLINE_VERSION_H
#define BOWLINE_VERSION_H

#define BOWLINE_VERSION          "0.1.0"
#define BOWLINE_CASE_VERSION     3          /* SQLite user_version of a case file; another is refused */
#define BOWLINE_CASE_APPLICATION 0x424f574c /* SQLite application_id of a case file: "BOWL" */

#endif
