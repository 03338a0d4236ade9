#include "program_identity.h"

#include <elf.h>
#include <link.h>

#include <cstddef>
#include <cstring>
#include <string_view>

#include "sha256.h"

namespace opsg {
namespace {

constexpr std::string_view kGnu("GNU\0", 4);
constexpr std::size_t kNoteAlignment = 4;

std::size_t aligned(std::size_t size) {
  return (size + kNoteAlignment - 1) / kNoteAlignment * kNoteAlignment;
}

/// The build ID among the notes, which follow each other: a header, a name, a description.
std::string_view build_id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header;
    std::memcpy(&header, notes.data(), sizeof(header));
    notes.remove_prefix(sizeof(header));
    const std::size_t name_size = aligned(header.n_namesz);
    if (name_size + aligned(header.n_descsz) > notes.size()) return {};
    const bool is_build_id =
        header.n_type == NT_GNU_BUILD_ID && notes.substr(0, header.n_namesz) == kGnu;
    if (is_build_id) return notes.substr(name_size, header.n_descsz);
    notes.remove_prefix(name_size + aligned(header.n_descsz));
  }
  return {};
}

std::string_view build_id_of(const dl_phdr_info& object) {
  for (std::size_t i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object.dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* notes = reinterpret_cast<const char*>(object.dlpi_addr + segment.p_vaddr);
    const std::string_view id = build_id_in({notes, segment.p_memsz});
    if (!id.empty()) return id;
  }
  return {};
}

struct Identity {
  Sha256 digest;
  bool complete = true;
};

int add_object(dl_phdr_info* object, std::size_t /*size*/, void* data) {
  auto& identity = *static_cast<Identity*>(data);
  const std::string_view id = build_id_of(*object);
  identity.complete = identity.complete && !id.empty();
  identity.digest.add(id);
  return 0;
}

}  // namespace

std::optional<std::string> program_identity() {
  Identity identity;
  ::dl_iterate_phdr(add_object, &identity);
  if (!identity.complete) return std::nullopt;
  return identity.digest.hex();
}

}  // namespace opsg
