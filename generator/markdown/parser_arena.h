#pragma once

#include <cstddef>
#include <memory>
#include <vector>

struct cmark_mem;

namespace opsg {

/// Memory that one parse takes piece by piece and gives back all at once. cmark asks for some
/// hundred pieces a page, most of them small.
class ParserArena {
 public:
  ParserArena() = default;
  ParserArena(const ParserArena&) = delete;
  ParserArena& operator=(const ParserArena&) = delete;
  ~ParserArena() { reset(); }

  /// Zeros, aligned for any type. Ends the program where there is no memory, as cmark does.
  void* allocate(std::size_t size);
  /// As realloc(): the piece, moved where it can't grow.
  void* resize(void* piece, std::size_t size);
  /// What is not the latest piece, nor a large one, is kept until `reset`.
  void release(void* piece);
  /// Takes all pieces back. As much memory as most parses need is kept.
  void reset();

 private:
  static constexpr std::size_t kBlock = std::size_t{256} << 10;
  static constexpr std::size_t kLarge = kBlock / 8;

  struct Piece;
  struct LargePiece;
  struct Free {
    void operator()(std::byte* memory) const;
  };
  using Block = std::unique_ptr<std::byte, Free>;

  bool is_latest(const Piece& piece) const;
  void* allocate_large(std::size_t size);
  void release_large(LargePiece* piece);
  void add_block();

  std::vector<Block> blocks_;
  std::byte* next_ = nullptr;  ///< In the last block.
  std::byte* end_ = nullptr;
  LargePiece* large_ = nullptr;  ///< The latest one of a list.
};

/// What a parser of cmark's is to take its memory from, on the thread that calls.
class ParserMemory {
 public:
  ParserMemory() = default;
  ParserMemory(const ParserMemory&) = delete;
  ParserMemory& operator=(const ParserMemory&) = delete;
  /// Takes back all that was taken; nothing that cmark made on this thread may be used any more.
  ~ParserMemory();

  cmark_mem* allocator() const;
};

}  // namespace opsg
