#include "command_line.h"

int main(int argc, char** argv) {
  return opsg::app::run(argc, argv);
}
