#include "base/sha256.h"
#include "casefile/database.h"
#include "casefile/verifyparts.h"
#include "domain/quotesearch.h"

#include <QCoreApplication>

#include <tuple>
#include <utility>

namespace dateline
{

namespace
{

class ContentCheck
{
    Q_DECLARE_TR_FUNCTIONS(Verification)

public:
    explicit ContentCheck(const Check &check)
        : m_check(check)
        , m_database(check.database)
    {
    }

    void run()
    {
        hashAll("SELECT id, sha256, text FROM document_text ORDER BY id", QStringLiteral("document_text"),
                QStringLiteral("text"), "SELECT id, name FROM document WHERE text_sha256 = ? ORDER BY id LIMIT 1");
        hashAll("SELECT id, sha256, bytes FROM document_bytes ORDER BY id", QStringLiteral("document_bytes"),
                QStringLiteral("bytes"), "SELECT id, name FROM document WHERE bytes_sha256 = ? ORDER BY id LIMIT 1");
        findMissing("SELECT id, name FROM document d WHERE NOT EXISTS "
                    "(SELECT 1 FROM document_text t WHERE t.sha256 = d.text_sha256) ORDER BY id",
                    QStringLiteral("text_sha256"), tr("Document %1, “%2”: its text is not in the case"));
        findMissing("SELECT id, name FROM document d WHERE bytes_sha256 <> text_sha256 AND NOT EXISTS "
                    "(SELECT 1 FROM document_bytes b WHERE b.sha256 = d.bytes_sha256) ORDER BY id",
                    QStringLiteral("bytes_sha256"), tr("Document %1, “%2”: its original file is not in the case"));
    }

private:
    void hashAll(const char *sql, const QString &table, const QString &column, const char *owner)
    {
        Statement row = m_database.query(sql);
        while (!m_check.stop.stop_requested() && row.next()) {
            const std::string_view content = row.type(2) == Statement::Type::Blob ? row.bytes(2) : row.utf8(2);
            m_sha256.add(content);
            const QByteArray hash = m_sha256.take().toHex();
            const QString noted = row.text(1);
            if (QString::fromLatin1(hash) != noted) {
                report(table, row.integer(0), column,
                       tr("%1 does not match its SHA-256: it is %2 and should be %3")
                           .arg(ownerText(owner, noted, table, row.integer(0)), QString::fromLatin1(hash), noted));
            }
        }
        m_check.findings.addFailureOf(m_database, table);
    }

    QString ownerText(const char *sql, const QString &hash, const QString &table, std::int64_t id)
    {
        Statement row = m_database.query(sql, hash);
        if (!row.next())
            return tr("Row %1 of %2, of a document that was removed,").arg(id).arg(table);
        return tr("What is kept of document %1, “%2”, in row %3 of %4")
            .arg(row.integer(0))
            .arg(row.text(1))
            .arg(id)
            .arg(table);
    }

    void findMissing(const char *sql, const QString &column, const QString &words)
    {
        for (Statement row = m_database.query(sql); row.next();)
            report(QStringLiteral("document"), row.integer(0), column, words.arg(row.integer(0)).arg(row.text(1)));
        m_check.findings.addFailureOf(m_database, QStringLiteral("document"));
    }

    void report(const QString &table, std::int64_t row, const QString &column, const QString &words)
    {
        m_check.findings.add({Finding::Kind::Content, table, row, column, words});
    }

    const Check &m_check;
    Database &m_database;
    Sha256 m_sha256;
};

/// Walks through one text forwards, for quotes in the order of their positions.
class TextWalk
{
public:
    explicit TextWalk(QByteArray text)
        : m_text(std::move(text))
    {
    }

    /// Whether @p words stand from code point @p begin to @p end, in UTF-8.
    [[nodiscard]] bool holds(std::int64_t begin, std::int64_t end, QByteArrayView words)
    {
        if (begin < m_point) {
            m_at = 0;
            m_point = 0;
        }
        std::tie(m_at, m_point) = advanced(m_at, m_point, begin);
        if (m_point != begin || words.isEmpty() || !QByteArrayView(m_text).sliced(m_at).startsWith(words))
            return false;
        const auto [at, point] = advanced(m_at, m_point, end);
        return point == end && at == m_at + words.size();
    }

    [[nodiscard]] const QString &asText()
    {
        if (m_asText.isNull())
            m_asText = QString::fromUtf8(m_text);
        return m_asText;
    }

private:
    [[nodiscard]] std::pair<qsizetype, std::int64_t> advanced(qsizetype at, std::int64_t point, std::int64_t to) const
    {
        const auto continues = [this](qsizetype i) { return (static_cast<unsigned char>(m_text[i]) & 0xC0U) == 0x80U; };
        for (; point < to && at < m_text.size(); ++point) {
            ++at;
            while (at < m_text.size() && continues(at))
                ++at;
        }
        return {at, point};
    }

    QByteArray m_text;
    QString m_asText;
    qsizetype m_at = 0; // Where code point m_point begins.
    std::int64_t m_point = 0;
};

class QuoteCheck
{
    Q_DECLARE_TR_FUNCTIONS(Verification)

public:
    explicit QuoteCheck(const Check &check)
        : m_check(check)
        , m_database(check.database)
    {
    }

    void run()
    {
        Statement row =
            m_database.query("SELECT id, document_id, begin_position, end_position, exact, prefix, suffix FROM quote "
                             "ORDER BY document_id, begin_position, end_position");
        while (!m_check.stop.stop_requested() && row.next())
            checkQuote(row);
        m_check.findings.addFailureOf(m_database, QStringLiteral("quote"));
    }

private:
    void checkQuote(const Statement &row)
    {
        if (const std::int64_t document = row.integer(1); !m_text || document != m_document) {
            m_document = document;
            readText();
        }
        const std::string_view words = row.utf8(4);
        if (m_text->holds(row.integer(2), row.integer(3), {words.data(), static_cast<qsizetype>(words.size())}))
            ++m_check.verification.quotesExact;
        else
            findAgain(row);
    }

    void readText()
    {
        Statement row = m_database.query("SELECT t.text FROM document d JOIN document_text t ON t.sha256 = "
                                         "d.text_sha256 WHERE d.id = ?",
                                         m_document);
        const std::string_view text = row.next() ? row.utf8(0) : std::string_view();
        m_text.emplace(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    }

    void findAgain(const Statement &row)
    {
        Quote quote;
        quote.begin = row.integer(2);
        quote.end = row.integer(3);
        quote.exact = row.text(4);
        quote.prefix = row.text(5);
        quote.suffix = row.text(6);
        Verification &verification = m_check.verification;
        const Refound found = refind(quote, m_text->asText());
        const QString name = tr("Quote %1 (“%2”) of document %3")
                                 .arg(row.integer(0))
                                 .arg(quote.exact.size() > 60 ? quote.exact.first(60) + u'…' : quote.exact)
                                 .arg(m_document);
        switch (found.outcome) {
        case Refound::Outcome::Exact: // Only its end position is wrong.
            ++verification.quotesChanged;
            return report(row.integer(0), QStringLiteral("end_position"),
                          tr("%1: it is longer or shorter than the words that stand there").arg(name));
        case Refound::Outcome::Moved:
            ++verification.quotesMoved;
            return report(row.integer(0), QStringLiteral("begin_position"),
                          tr("%1: its words stand elsewhere in the text than it says").arg(name));
        case Refound::Outcome::Changed:
            ++verification.quotesChanged;
            return report(row.integer(0), QStringLiteral("exact"),
                          tr("%1: other words stand there in the text: “%2”")
                              .arg(name, found.span.in(m_text->asText()).left(120)));
        case Refound::Outcome::Lost:
            ++verification.quotesLost;
            return report(row.integer(0), QStringLiteral("exact"), tr("%1: its words are not in the text").arg(name));
        }
    }

    void report(std::int64_t row, const QString &column, const QString &words)
    {
        m_check.findings.add({Finding::Kind::Quote, QStringLiteral("quote"), row, column, words});
    }

    const Check &m_check;
    Database &m_database;
    std::int64_t m_document = 0;
    std::optional<TextWalk> m_text;
};

} // namespace

void checkContents(const Check &check)
{
    ContentCheck(check).run();
}

void checkQuotes(const Check &check)
{
    QuoteCheck(check).run();
}

} // namespace dateline
