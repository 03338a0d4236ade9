#include "manual_page.h"

#include "catch2.h"
#include "small_program.h"

namespace opsg::reference {
namespace {

TEST_CASE("The program's page lists its commands") {
  CHECK(manual_page(small_program(), nullptr, "brush 1.0") ==
        R"(.TH BRUSH 1 "" "brush 1.0" "User Commands"
.SH NAME
brush \- Paints
.SH SYNOPSIS
\fBbrush\fR [\fIOPTIONS\fR] \fICOMMAND\fR
.SH DESCRIPTION
Paints.
.PP
Start with \fBbrush paint\fR.
.SH COMMANDS
.TP
\fBbrush\-paint\fR(1)
Paint what's there
.TP
\fBbrush\-show\fR(1)
Show
.SH OPTIONS
.TP
\fB\-h\fR, \fB\-\-help\fR
Print this [help]
.SH EXIT STATUS
0 done,
1 not.
)");
}

TEST_CASE("A command's page says all of its help, whatever characters it holds") {
  const app::CommandReference program = small_program();
  CHECK(manual_page(program.commands.front(), &program, "brush 1.0") ==
        R"(.TH BRUSH\-PAINT 1 "" "brush 1.0" "User Commands"
.SH NAME
brush\-paint \- Paint what's there
.SH SYNOPSIS
\fBbrush paint\fR [\fIOPTIONS\fR] \fIpictures\fR ...
.SH DESCRIPTION
Paint what's there.
.SH ARGUMENTS
.TP
\fIpictures\fR ...
What (required)
.SH OPTIONS
.TP
\fB\-h\fR, \fB\-\-help\fR
Print this [help]
.TP
\fB\-\-colour\fR \fIred|blue\fR
Which one: \fBred\fR, or C:\(rsblue [red]
.TP
\fB\-p\fR, \fB\-\-palette\fR \fIFILE\fR
Colours
.TP
\fB\-\-into\fR \fIFOLDER\fR
Where to (required)
.TP
\fB\-\-title\fR \fITEXT\fR
\&.hidden first
.TP
\fB\-\-sketch\fR[=\fIFILE\fR]
Draw first [sketch.png]
.SH SEE ALSO
\fBbrush\fR(1)
)");
}

}  // namespace
}  // namespace opsg::reference
