#include "picture.h"

#include <expat.h>

#include <cctype>
#include <memory>
#include <stdexcept>

namespace opsg::test {
namespace {

struct Reading {
  std::vector<PictureElement> elements;
  std::vector<std::size_t> open;
};

void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
  auto& reading = *static_cast<Reading*>(data);
  PictureElement element{name, {}, {}};
  for (; *attributes != nullptr; attributes += 2) {
    element.attributes.emplace(attributes[0], attributes[1]);
  }
  reading.open.push_back(reading.elements.size());
  reading.elements.push_back(std::move(element));
}

void on_end(void* data, const XML_Char*) {
  static_cast<Reading*>(data)->open.pop_back();
}

void on_text(void* data, const XML_Char* text, int length) {
  auto& reading = *static_cast<Reading*>(data);
  reading.elements[reading.open.back()].text.append(text, static_cast<std::size_t>(length));
}

}  // namespace

std::string_view PictureElement::attribute(const std::string& key) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? std::string_view() : found->second;
}

std::vector<PictureElement> read_picture(std::string_view svg) {
  Reading reading;
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate("UTF-8"), XML_ParserFree);
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  if (XML_Parse(parser.get(), svg.data(), static_cast<int>(svg.size()), 1) != XML_STATUS_OK) {
    throw std::runtime_error(XML_ErrorString(XML_GetErrorCode(parser.get())));
  }
  return std::move(reading.elements);
}

std::vector<std::string> shown_texts(std::string_view svg) {
  std::vector<std::string> texts;
  for (const PictureElement& element : read_picture(svg)) {
    if (element.name == "text") texts.push_back(element.text);
  }
  return texts;
}

std::vector<std::string> numbers_in(std::string_view text) {
  const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || (end > at && text[end] == '.'))) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    const bool negative = at > 0 && text[at - 1] == '-';
    std::string number(text.substr(at, end - at));
    while (number.back() == '.') number.pop_back();
    numbers.push_back((negative ? "-" : "") + number);
    at = end;
  }
  return numbers;
}

}  // namespace opsg::test
