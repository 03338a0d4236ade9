#include "parser_arena.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace opsg {
namespace {

constexpr std::size_t kAlignment = alignof(std::max_align_t);

std::size_t aligned(std::size_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

std::byte* new_memory(std::size_t size) {
  void* memory = std::malloc(size);
  if (!memory) std::abort();
  return static_cast<std::byte*>(memory);
}

/// cmark's allocators know nothing but the size that is asked for.
ParserArena& arena_of_thread() {
  thread_local ParserArena arena;
  return arena;
}

void* allocate_for_cmark(std::size_t count, std::size_t size) {
  return arena_of_thread().allocate(count * size);
}
void* resize_for_cmark(void* piece, std::size_t size) {
  return arena_of_thread().resize(piece, size);
}
void release_for_cmark(void* piece) {
  arena_of_thread().release(piece);
}

}  // namespace

/// Stands before the bytes that are handed out.
struct alignas(kAlignment) ParserArena::Piece {
  std::size_t size = 0;

  std::byte* bytes() { return reinterpret_cast<std::byte*>(this + 1); }
  static Piece* of(void* bytes) { return static_cast<Piece*>(bytes) - 1; }
};

struct ParserArena::LargePiece {
  LargePiece* before;
  LargePiece* behind;
  Piece piece;

  static LargePiece* of(Piece* piece) {
    return reinterpret_cast<LargePiece*>(reinterpret_cast<std::byte*>(piece) -
                                         offsetof(LargePiece, piece));
  }
};

void ParserArena::Free::operator()(std::byte* memory) const {
  std::free(memory);
}

void* ParserArena::allocate(std::size_t size) {
  if (size > kLarge) return allocate_large(size);
  const std::size_t whole = sizeof(Piece) + aligned(size);
  if (static_cast<std::size_t>(end_ - next_) < whole) add_block();
  Piece* piece = new (next_) Piece{size};
  next_ += whole;
  std::memset(piece->bytes(), 0, size);
  return piece->bytes();
}

void* ParserArena::resize(void* old, std::size_t size) {
  if (!old) return allocate(size);
  Piece& piece = *Piece::of(old);
  if (size <= piece.size) return old;
  const auto room = static_cast<std::size_t>(end_ - piece.bytes());
  if (is_latest(piece) && size <= kLarge && aligned(size) <= room) {
    next_ = piece.bytes() + aligned(size);
    piece.size = size;
    return old;
  }
  void* grown = allocate(size);
  std::memcpy(grown, old, piece.size);
  release(old);
  return grown;
}

void ParserArena::release(void* bytes) {
  if (!bytes) return;
  Piece& piece = *Piece::of(bytes);
  if (piece.size > kLarge) return release_large(LargePiece::of(&piece));
  if (is_latest(piece)) next_ = reinterpret_cast<std::byte*>(&piece);
}

void ParserArena::reset() {
  while (large_) release_large(large_);
  if (blocks_.empty()) return;
  blocks_.resize(1);
  next_ = blocks_.front().get();
  end_ = next_ + kBlock;
}

bool ParserArena::is_latest(const Piece& piece) const {
  const auto* bytes = reinterpret_cast<const std::byte*>(&piece + 1);
  return piece.size <= kLarge && bytes + aligned(piece.size) == next_;
}

void* ParserArena::allocate_large(std::size_t size) {
  auto* memory = new_memory(sizeof(LargePiece) + size);
  auto* large = new (memory) LargePiece{large_, nullptr, {size}};
  if (large_) large_->behind = large;
  large_ = large;
  std::memset(large->piece.bytes(), 0, size);
  return large->piece.bytes();
}

void ParserArena::release_large(LargePiece* piece) {
  if (piece->before) piece->before->behind = piece->behind;
  (piece->behind ? piece->behind->before : large_) = piece->before;
  std::free(piece);
}

void ParserArena::add_block() {
  blocks_.emplace_back(new_memory(kBlock));
  next_ = blocks_.back().get();
  end_ = next_ + kBlock;
}

ParserMemory::~ParserMemory() {
  arena_of_thread().reset();
}

cmark_mem* ParserMemory::allocator() const {
  static cmark_mem allocator{allocate_for_cmark, resize_for_cmark, release_for_cmark};
  return &allocator;
}

}  // namespace opsg
