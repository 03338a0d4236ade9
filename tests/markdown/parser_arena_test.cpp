#include "parser_arena.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "catch2.h"

namespace opsg {
namespace {

bool is_zero(const void* piece, std::size_t size) {
  const auto* bytes = static_cast<const char*>(piece);
  return std::all_of(bytes, bytes + size, [](char c) { return c == 0; });
}

TEST_CASE("a piece is zeros, aligned, and keeps what is written into it") {
  ParserArena arena;
  std::mt19937 random(7);
  struct Written {
    char* piece;
    std::size_t size;
    char fill;
  };
  for (int round = 0; round < 3; ++round) {
    std::vector<Written> all;
    for (int i = 0; i < 2'000; ++i) {
      const std::size_t size = random() % 50 == 0 ? random() % 100'000 : random() % 300;
      auto* piece = static_cast<char*>(arena.allocate(size));
      CHECK(reinterpret_cast<std::uintptr_t>(piece) % alignof(std::max_align_t) == 0);
      CHECK(is_zero(piece, size));
      all.push_back({piece, size, static_cast<char>('a' + i % 26)});
      std::memset(piece, all.back().fill, size);
      if (random() % 4 == 0) {
        arena.release(all.back().piece);
        all.pop_back();
      } else if (!all.empty() && random() % 3 == 0) {
        Written& grown = all[random() % all.size()];
        const std::size_t larger = grown.size + random() % 500;
        grown.piece = static_cast<char*>(arena.resize(grown.piece, larger));
        std::memset(grown.piece + grown.size, grown.fill, larger - grown.size);
        grown.size = larger;
      }
    }
    for (const Written& each : all) {
      CHECK(
          std::all_of(each.piece, each.piece + each.size, [&](char c) { return c == each.fill; }));
    }
    arena.reset();
  }
}

TEST_CASE("the latest piece grows where it is, and its memory is used again") {
  ParserArena arena;
  void* first = arena.allocate(100);
  CHECK(arena.resize(first, 1'000) == first);
  arena.release(first);
  CHECK(arena.allocate(10) == first);
  void* latest = arena.allocate(10);
  CHECK(arena.resize(first, 1'000) != first);
  CHECK(latest != first);
  arena.reset();
  CHECK(arena.allocate(10) == first);
}

TEST_CASE("nothing may be released, and nothing resized") {
  ParserArena arena;
  arena.release(nullptr);
  CHECK(arena.resize(nullptr, 10) != nullptr);
}

TEST_CASE("a large piece is given back at once") {
  ParserArena arena;
  constexpr std::size_t kLarge = std::size_t{4} << 20;
  for (int i = 0; i < 100; ++i) arena.release(arena.allocate(kLarge + i));
  void* grown = arena.allocate(kLarge);
  for (int i = 1; i < 100; ++i) grown = arena.resize(grown, kLarge + i);
  CHECK(is_zero(grown, kLarge));
}

}  // namespace
}  // namespace opsg
