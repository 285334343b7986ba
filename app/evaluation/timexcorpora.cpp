#include "evaluation/readers.h"
#include "evaluation/spans.h"
#include "sources/writtentime.h"

#include <QFileInfo>
#include <QXmlStreamReader>

#include <algorithm>

namespace dateline
{

namespace
{

/// How a scheme of time tags calls its parts.
struct Scheme
{
    QLatin1StringView tag;
    QLatin1StringView value;
    QLatin1StringView published; ///< The element that holds the document's time.
};

constexpr Scheme timex3{QLatin1StringView("TIMEX3"), QLatin1StringView("value"), QLatin1StringView("DCT")};
constexpr Scheme timex2{QLatin1StringView("TIMEX2"), QLatin1StringView("val"), QLatin1StringView("DATETIME")};

std::optional<WrittenTime> publishedFrom(const QString &value)
{
    constexpr qsizetype toTheMinute = 16; // “2009-12-19T17:00”; the seconds say nothing.
    const Result<WrittenTime> time = writtenTimeFrom(value.left(toTheMinute), {});
    return time ? std::optional(*time) : std::nullopt;
}

/// Takes the text out of <TEXT> with every time tag in it, also nested ones; other tags leave no trace.
class TaggedText
{
public:
    TaggedText(const Scheme &scheme, LabelledText &text)
        : m_scheme(scheme)
        , m_text(text)
    {
        m_text.times.emplace();
    }

    void take(const QXmlStreamReader &xml)
    {
        if (xml.isStartElement())
            open(xml);
        else if (xml.isEndElement())
            close(xml);
        else if (xml.isCharacters() && m_inText)
            m_text.document.text += xml.text();
    }

private:
    void open(const QXmlStreamReader &xml)
    {
        m_inText = m_inText || xml.name() == u"TEXT";
        m_inPublished = m_inPublished || xml.name() == m_scheme.published;
        if (xml.name() != m_scheme.tag)
            return;
        const QString value = xml.attributes().value(m_scheme.value).toString();
        if (m_inPublished)
            m_text.document.published = publishedFrom(value);
        if (m_inText)
            m_open.push_back({{m_text.document.text.size(), 0}, value});
    }

    void close(const QXmlStreamReader &xml)
    {
        if (xml.name() == u"TEXT")
            m_inText = false;
        if (xml.name() == m_scheme.published)
            m_inPublished = false;
        if (xml.name() != m_scheme.tag || m_open.empty())
            return;
        LabelledTime time = m_open.back();
        m_open.pop_back();
        time.span.end = m_text.document.text.size();
        time.span = trimmed(m_text.document.text, time.span);
        if (time.span.size() > 0)
            m_text.times->push_back(time);
    }

    const Scheme &m_scheme;
    LabelledText &m_text;
    std::vector<LabelledTime> m_open;
    bool m_inText = false;
    bool m_inPublished = false;
};

Result<Labelled> readTagged(const CorpusFile &file, const Scheme &scheme)
{
    LabelledText text = labelledText(QFileInfo(file.path).completeBaseName(), {});
    TaggedText tagged(scheme, text);
    QXmlStreamReader xml(file.bytes);
    while (!xml.atEnd()) {
        xml.readNext();
        tagged.take(xml);
    }
    if (xml.hasError())
        return malformed(file, xml);
    std::ranges::sort(*text.times, {}, [](const LabelledTime &time) { return time.span.begin; });
    return Labelled{std::move(text)};
}

} // namespace

bool looksLikeTimeMl(const CorpusFile &file)
{
    return file.bytes.contains("<TimeML") && file.bytes.contains("<TEXT>");
}

Result<Labelled> readTimeMl(const CorpusFile &file)
{
    return readTagged(file, timex3);
}

bool looksLikeTimex2(const CorpusFile &file)
{
    return file.bytes.contains("<TIMEX2") && file.bytes.contains("<TEXT>");
}

Result<Labelled> readTimex2(const CorpusFile &file)
{
    return readTagged(file, timex2);
}

} // namespace dateline
