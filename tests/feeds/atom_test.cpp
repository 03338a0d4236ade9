#include "atom.h"

#include "catch2.h"
#include "sample_feed.h"

namespace opsg::released {
namespace {

TEST_CASE("a feed as Atom") {
  CHECK(atom_document(test::sample_feed(), "https://opsg.example/feed.xml") ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>https://opsg.example/feed.xml</id>
  <title>Operations: headlines</title>
  <subtitle>What was decided</subtitle>
  <updated>2021-01-27T12:00:00Z</updated>
  <author>
    <name>Operations &amp; others</name>
  </author>
  <link rel="self" type="application/atom+xml" href="https://opsg.example/feed.xml"/>
  <link rel="alternate" type="text/html" href="https://opsg.example/"/>
  <rights>For everyone.</rights>
  <entry>
    <id>https://opsg.example/meetings/m1/</id>
    <title>Meeting 41</title>
    <published>2021-01-25T12:00:00Z</published>
    <updated>2021-01-27T12:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://opsg.example/meetings/m1/"/>
    <content type="html">&lt;p&gt;A &amp;amp; &lt;b&gt;B&lt;/b&gt; ]]&amp;gt;&lt;/p&gt;</content>
  </entry>
  <entry>
    <id>https://opsg.example/meetings/m0/</id>
    <title>=cmd() ]]&gt; &lt;b&gt;&amp;amp;&lt;/b&gt; --&gt; &quot;it&#39;s&quot;, a;b\n
next&#13;	tab שלום 🎉 �� �</title>
    <published>2021-01-18T12:00:00Z</published>
    <updated>2021-01-18T12:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://opsg.example/meetings/m0/"/>
    <content type="html">=cmd() ]]&amp;gt; &amp;lt;b&amp;gt;&amp;amp;amp;&amp;lt;/b&amp;gt; --&amp;gt; &amp;quot;it&amp;#39;s&amp;quot;, a;b\n
next&#13;	tab שלום 🎉 �� �</content>
  </entry>
</feed>
)");
}

TEST_CASE("an empty feed has the date that RFC 4287 wants, and no clock is asked for it") {
  const std::string document = atom_document({.title = "x"}, "https://x.example/feed.xml");
  CHECK(document.find("<updated>1970-01-01T00:00:00Z</updated>") != std::string::npos);
  CHECK(document.find("<entry>") == std::string::npos);
  CHECK(document.find("<rights>") == std::string::npos);
}

}  // namespace
}  // namespace opsg::released
