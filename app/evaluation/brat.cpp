#include "evaluation/readers.h"
#include "evaluation/spans.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace dateline
{

namespace
{

/// A “T” line: a type and the pieces of text that it stands for.
struct Annotation
{
    QString type;
    std::vector<TextSpan> pieces;
    QString note;
    bool adjective = false;
};

/// The text that @p annPath annotates: beside it, or in a folder “text” beside its folder; a name may end in “_annotator”.
std::optional<QString> textBeside(const QString &annPath)
{
    const QFileInfo info(annPath);
    const QString stem = info.completeBaseName();
    QStringList stems{stem};
    if (const qsizetype at = stem.lastIndexOf(u'_'); at > 0)
        stems << stem.left(at);
    for (const QString &each : stems) {
        for (const QString &folder : {QStringLiteral("."), QStringLiteral("../text"), QStringLiteral("../txt")}) {
            QFile file(info.dir().filePath(folder + u'/' + each + QStringLiteral(".txt")));
            // The offsets count every character of the file, line ends too.
            if (file.open(QIODevice::ReadOnly))
                return QString::fromUtf8(file.readAll());
        }
    }
    return std::nullopt;
}

/// “Content 852 944;954 1048”: pieces that only white space parts are one.
Annotation annotationFrom(const QString &definition, QStringView text, const CodePoints &points)
{
    Annotation annotation{.type = definition.section(u' ', 0, 0)};
    for (const QString &piece : definition.section(u' ', 1).split(u';', Qt::SkipEmptyParts)) {
        const TextSpan span =
            points.span(piece.section(u' ', 0, 0).toLongLong(), piece.section(u' ', 1, 1).toLongLong());
        if (span.size() == 0)
            continue;
        TextSpan *last = annotation.pieces.empty() ? nullptr : &annotation.pieces.back();
        if (last && last->end <= span.begin && text.sliced(last->end, span.begin - last->end).trimmed().isEmpty())
            last->end = span.end;
        else
            annotation.pieces.push_back(span);
    }
    return annotation;
}

std::optional<LonLat> positionFrom(const QString &note)
{
    static const QRegularExpression pair(QStringLiteral(R"(^\s*(-?\d+\.?\d*)\s*,\s*(-?\d+\.?\d*)\s*$)"));
    const QRegularExpressionMatch match = pair.match(note);
    if (!match.hasMatch())
        return std::nullopt;
    return LonLat{match.captured(2).toDouble(), match.captured(1).toDouble()};
}

bool isDemonymType(const QString &type)
{
    return type == u"Demonym" || type == u"Language" || type == u"Homonym";
}

bool isPlaceType(const QString &type)
{
    static const QStringList types{QStringLiteral("Literal"),
                                   QStringLiteral("Literal_Modifier"),
                                   QStringLiteral("Mixed"),
                                   QStringLiteral("Metonymic"),
                                   QStringLiteral("Coercion"),
                                   QStringLiteral("Embedded_Literal"),
                                   QStringLiteral("Embedded_Non_Lit"),
                                   QStringLiteral("Non_Literal_Modifier"),
                                   QStringLiteral("Location"),
                                   QStringLiteral("LOCATION"),
                                   QStringLiteral("LOC"),
                                   QStringLiteral("GPE"),
                                   QStringLiteral("Toponym"),
                                   QStringLiteral("Place")};
    return types.contains(type) || isDemonymType(type);
}

class Standoff
{
public:
    Standoff(const QString &annotations, LabelledText &text)
        : m_text(text)
        , m_points(text.document.text)
    {
        const QStringList lines = annotations.split(u'\n');
        for (const QString &line : lines)
            takeWords(line);
        for (const QString &line : lines)
            takeRest(line);
    }

    void label()
    {
        for (const QString &id : m_order) {
            const Annotation &annotation = m_annotations[id];
            if (isPlaceType(annotation.type))
                addPlace(annotation);
            else if (annotation.type == u"Content" && !m_attributed.contains(id))
                addQuote(annotation, {});
        }
        const auto begin = [](const auto &each) { return each.span.begin; };
        if (m_text.places)
            std::ranges::sort(*m_text.places, {}, begin);
        if (m_text.quotes)
            std::ranges::sort(*m_text.quotes, {}, begin);
    }

private:
    // “T3<tab>Content 25 53<tab>the words”
    void takeWords(const QString &line)
    {
        if (!line.startsWith(u'T'))
            return;
        const QString id = line.section(u'\t', 0, 0);
        const Annotation annotation = annotationFrom(line.section(u'\t', 1, 1), m_text.document.text, m_points);
        if (annotation.pieces.empty()) {
            ++m_text.misfits;
            return;
        }
        m_annotations.insert(id, annotation);
        m_order << id;
    }

    // “E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1”, “#1<tab>AnnotatorNotes T1<tab>…”, “A1<tab>Modifier_Type T2 Noun”
    void takeRest(const QString &line)
    {
        const QString definition = line.section(u'\t', 1, 1);
        if (line.startsWith(u'E')) {
            takeAttribution(definition);
        } else if (line.startsWith(u'#')) {
            if (const auto at = m_annotations.find(definition.section(u' ', 1, 1)); at != m_annotations.end())
                at->note = line.section(u'\t', 2);
        } else if (line.startsWith(u'A')) {
            if (const auto at = m_annotations.find(definition.section(u' ', 1, 1)); at != m_annotations.end())
                at->adjective = at->adjective || definition.section(u' ', 2, 2) == u"Adjective";
        }
    }

    void takeAttribution(const QString &definition)
    {
        QStringList contents;
        QString speaker;
        for (const QString &role : definition.split(u' ', Qt::SkipEmptyParts)) {
            const QString id = role.section(u':', 1);
            if (role.startsWith(QLatin1StringView("Content")))
                contents << id;
            else if (role.startsWith(QLatin1StringView("Source")) && m_annotations.contains(id) && speaker.isEmpty())
                speaker = m_annotations[id].pieces.front().in(m_text.document.text).toString().simplified();
        }
        for (const QString &id : contents) {
            if (m_annotations.contains(id))
                addQuote(m_annotations[id], speaker);
            m_attributed.insert(id);
        }
    }

    void addPlace(const Annotation &annotation)
    {
        if (!m_text.places)
            m_text.places.emplace();
        m_text.places->push_back({.span = annotation.pieces.front(),
                                  .at = positionFrom(annotation.note),
                                  .counted = !annotation.adjective && !isDemonymType(annotation.type)});
    }

    void addQuote(const Annotation &annotation, const QString &speaker)
    {
        static constexpr QStringView opening = u"\"\u201C\u201E\u00AB\u2018'`";
        if (!m_text.quotes)
            m_text.quotes.emplace();
        // Words parted by “he said” are two quotations of one speaker.
        for (const TextSpan &piece : annotation.pieces) {
            const TextSpan words = bareWords(m_text.document.text, piece);
            if (words.size() > 0)
                m_text.quotes->push_back({words, speaker, opening.contains(piece.in(m_text.document.text).front())});
        }
    }

    LabelledText &m_text;
    CodePoints m_points;
    QHash<QString, Annotation> m_annotations;
    QStringList m_order;
    QSet<QString> m_attributed;
};

} // namespace

bool looksLikeBrat(const CorpusFile &file)
{
    static const QRegularExpression words(QStringLiteral(R"(^(?:[A-Z#*]\S*\t.*\r?\n)*?T\d+\t\S+ \d+ \d+)"));
    constexpr qsizetype headBytes = 4096;
    return words.match(QString::fromUtf8(file.bytes.first(std::min(file.bytes.size(), headBytes)))).hasMatch();
}

Result<Labelled> readBrat(const CorpusFile &file)
{
    const std::optional<QString> content = textBeside(file.path);
    if (!content) {
        return malformed(
            file,
            QCoreApplication::translate("Evaluation", "its text is neither beside it nor in “../text”; put it there"));
    }
    LabelledText text = labelledText(QFileInfo(file.path).completeBaseName(), *content);
    Standoff(textOf(file.bytes), text).label();
    return Labelled{std::move(text)};
}

} // namespace dateline
