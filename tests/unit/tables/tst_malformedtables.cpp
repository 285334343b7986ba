#include "damages.h"
#include "tabletests.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace dateline;

namespace
{

/// Damages files as disks, spreadsheets and people do, always in the same way for the same number.
class Mutation
{
public:
    explicit Mutation(unsigned number)
        : m_random(number)
        , m_kind(number % kinds)
    {
    }

    QByteArray of(QByteArray bytes)
    {
        switch (m_kind) {
        case 0: return bytes.first(at(bytes)); // Truncated.
        case 1: return bytes.insert(at(bytes), '"');
        case 2: return bytes.insert(at(bytes), '\0');
        case 3: return bytes.replace(at(bytes), 1, QByteArray(1, static_cast<char>(below(256))));
        case 4: return bytes.insert(at(bytes), QByteArray::fromHex("efbbbf"));
        case 5: return bytes.replace(at(bytes), 1, below(2) == 0 ? "\r" : "\r\n");
        case 6: return bytes.insert(at(bytes), QByteArray(static_cast<qsizetype>(below(100)), ','));
        case 7: return withCell(bytes, below(2) == 0 ? "NaN" : "-inf");
        case 8: return withCell(bytes, "99999999999999999999999999999999");
        case 9: return withLine(bytes, bytes.lastIndexOf('\n', -2) + 1); // A row twice.
        case 10: return withLine(bytes, 0); // The header twice.
        case 11: return bytes.remove(at(bytes), 1 + static_cast<qsizetype>(below(200)));
        case 12: return bytes + bytes;
        case 13: return QByteArray::fromHex("fffe") + bytes;
        case 14: return withCell(bytes, QByteArray("\"").append(QByteArray(60000, '\n')).append('"'));
        default: return withCell(bytes, "2022-09-13T99:99");
        }
    }

private:
    static constexpr unsigned kinds = 16;

    unsigned below(unsigned bound) { return static_cast<unsigned>(m_random()) % bound; }
    qsizetype at(const QByteArray &bytes) { return static_cast<qsizetype>(below(static_cast<unsigned>(bytes.size()))); }
    QByteArray withCell(QByteArray bytes, const QByteArray &cell)
    {
        const char mark = bytes.contains('\t') ? '\t' : bytes.count(';') > bytes.count(',') ? ';' : ',';
        const qsizetype begin = bytes.indexOf(mark, at(bytes));
        const qsizetype end = begin < 0 ? -1 : bytes.indexOf(mark, begin + 1);
        return end < 0 ? bytes : bytes.replace(begin + 1, end - begin - 1, cell);
    }
    static QByteArray withLine(QByteArray bytes, qsizetype begin)
    {
        const qsizetype end = bytes.indexOf('\n', begin);
        return bytes.append(bytes.mid(begin, end < 0 ? -1 : end + 1 - begin));
    }

    std::mt19937 m_random;
    unsigned m_kind;
};

bool isOneSentence(const QString &text)
{
    return text.size() > 10 && text.size() < 600 && !text.endsWith(u'.') && !text.contains(u'\n');
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
}

} // namespace

class TestMalformedTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsDamageOfEveryKind_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"acled.csv", "acled-old.csv", "ucdp.csv", "ucdp-headless.csv", "gdelt.export.CSV",
                                 "gdelt1.export.CSV", "geoconfirmed.csv", "atlos.csv", "recogito.csv", "timemap.csv"})
            QTest::newRow(name) << QStringLiteral(TEST_DATA_DIR "/tables/") + QString::fromLatin1(name);
    }
    void standsDamageOfEveryKind()
    {
        QFETCH(QString, file);
        QFile original(file);
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray bytes = original.readAll();
        const unsigned mutations = damages(160);
        for (unsigned number = 0; number < mutations; ++number) {
            const QString damaged = fileWith(Mutation(number).of(bytes));
            const Result<TablePreview> preview = previewOf(damaged, nullptr, 100);
            if (!preview) {
                QVERIFY2(isOneSentence(preview.error().message), qPrintable(preview.error().message));
                continue;
            }
            for (const auto &row : preview->rows) {
                if (!row)
                    QVERIFY2(row.error().line > 0 && isOneSentence(row.error().reason), qPrintable(row.error().reason));
                else
                    QVERIFY2(!row->title.isEmpty(), qPrintable(QStringLiteral("mutation %1").arg(number)));
            }
        }
    }

    void holdsHugeCellsInLittleMemory_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<bool>("comesIn");
        constexpr qsizetype megabyte = 1024 * 1024;
        QTest::newRow("10 MB") << QByteArray(10 * megabyte, 'x') << true;
        QTest::newRow("10 MB of lines") << '"' + QByteArray("line\n").repeated(2 * megabyte) + '"' << true;
        QTest::newRow("40 MB") << QByteArray(40 * megabyte, 'x') << false;
        QTest::newRow("40 MB of commas") << QByteArray(40 * megabyte, ',') << false;
        QTest::newRow("40 MB of marks") << QByteArray(40 * megabyte, '"') << false;
    }
    void holdsHugeCellsInLittleMemory()
    {
        QFETCH(QByteArray, cell);
        QFETCH(bool, comesIn);
        const QByteArray header("event_id_cnty,event_date,event_type,actor1,latitude,longitude,notes\n");
        const QString file =
            fileWith(header + "1,2022-09-13,Battles,A,40,45," + cell + "\n2,2022-09-13,Battles,A,40,45,x\n");
        const qint64 before = residentBytes();
        const Result<TablePreview> preview = previewOf(file, nullptr, 10);
        QVERIFY(preview);
        QVERIFY(residentBytes() - before < qint64{200} * 1024 * 1024);
        QVERIFY(preview->rows.size() >= 2);
        QCOMPARE(preview->rows.front().has_value(), comesIn);
        QVERIFY(preview->rows.back().has_value());
        QCOMPARE(preview->rows.back()->dataSetId, QStringLiteral("2"));
    }

private:
    QString fileWith(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("table.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for a test file");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestMalformedTables)
#include "tst_malformedtables.moc"
