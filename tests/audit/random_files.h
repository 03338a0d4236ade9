#pragma once

#include <cstddef>
#include <random>
#include <string>

namespace opsg::testing {

/// Files of what outputs are made of, and what could be mistaken for it: the same ones in each run.
class RandomFiles {
 public:
  std::string next();
  std::size_t number(std::size_t least, std::size_t most);

 private:
  std::mt19937_64 random_{20210125};
};

}  // namespace opsg::testing
