#include "tables/csv.h"

#include <QBuffer>
#include <QTest>

#include <cstring>

using namespace dateline;

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsRecordsIntoCells_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("records"); // Cells split by “|”, one record an entry.
        const auto row = [](const char *name, const QByteArray &bytes, const std::vector<const char *> &records) {
            QStringList list;
            for (const char *record : records)
                list.append(QString::fromUtf8(record));
            QTest::newRow(name) << bytes << list;
        };
        row("nothing", "", {});
        row("one cell", "a", {"a"});
        row("records", "a,b\nc,d\n", {"a|b", "c|d"});
        row("no line end at the end", "a,b\nc,d", {"a|b", "c|d"});
        row("carriage returns", "a,b\r\nc,d\r\n", {"a|b", "c|d"});
        row("carriage returns alone", "a,b\rc,d\r", {"a|b", "c|d"});
        row("empty cells", ",,\n,x,\n", {"||", "|x|"});
        row("empty last cell at the end", "a,", {"a|"});
        row("empty lines", "\n\na\n\r\n\nb\n\n", {"a", "b"});
        row("byte order mark",
            "\xef\xbb\xbf"
            "a,b\n",
            {"a|b"});
        row("only a byte order mark", "\xef\xbb\xbf", {});
        row("byte order mark before a quotation mark", "\xef\xbb\xbf\"a,\",b\n", {"a,|b"});
        row("quoted", "\"a\",\"b\"\n", {"a|b"});
        row("quoted delimiter", "\"a,b\",c\n", {"a,b|c"});
        row("quoted line end", "\"a\nb\",c\r\nd\n", {"a\nb|c", "d"});
        row("quoted carriage return", "\"a\r\nb\",c\n", {"a\r\nb|c"});
        row("doubled marks", "\"say \"\"hi\"\"\",b\n", {"say \"hi\"|b"});
        row("only doubled marks", "\"\"\"\"\n", {"\""});
        row("two cells with doubled marks", "\"a\"\"\",\"\"\"b\"\n", {"a\"|\"b"});
        row("quoted nothing", "\"\",\"\"\n", {"|"});
        row("one quoted nothing", "\"\"\n", {""});
        row("letters behind a closing mark", "\"a\"b,c\n", {"ab|c"});
        row("a mark within a cell", "6\" pipe,b\n", {"6\" pipe|b"});
        row("letters of many bytes", "Գորիս,Сотк\n", {"Գորիս|Сотк"});
        row("spaces are kept", " a , b \n", {" a | b "});
    }
    void cutsRecordsIntoCells()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, records);
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer, ',');
        QCOMPARE(recordsOf(reader), records);
        QVERIFY(!reader.error());
    }

    void readsTheSameInWhateverPiecesTheFileComes_data() { cutsRecordsIntoCells_data(); }
    void readsTheSameInWhateverPiecesTheFileComes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, records);
        Drip drip(bytes);
        QVERIFY(drip.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        CsvReader reader(drip, ',');
        QCOMPARE(recordsOf(reader), records);
        QVERIFY(!reader.error());
    }

    void takesOtherDelimiters()
    {
        QByteArray bytes("a;b,c;\"d;e\"\n");
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer, ';');
        QCOMPARE(recordsOf(reader), QStringList{QStringLiteral("a|b,c|d;e")});
    }

    void findsTheDelimiter_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<char>("delimiter");
        QTest::newRow("nothing") << QByteArray() << ',';
        QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << ',';
        QTest::newRow("semicolon, commas in numbers") << QByteArray("a;b\n1,5;2,5\n") << ';';
        QTest::newRow("tab") << QByteArray("a\tb\tc\n1,0\t2\t3\n") << '\t';
        QTest::newRow("bar") << QByteArray("a|b\n1|2\n") << '|';
        QTest::newRow("semicolons in quotes") << QByteArray("a,b\n\"x;y;z\",\"u;v;w\"\n") << ',';
        QTest::newRow("a last line that is cut") << QByteArray("a;b;c\n1;2;3\n4") << ';';
        QTest::newRow("byte order mark and quotes") << QByteArray("\xef\xbb\xbf\"a,x\";\"b\"\n\"1\";\"2\"\n") << ';';
    }
    void findsTheDelimiter()
    {
        QFETCH(QByteArray, head);
        QFETCH(char, delimiter);
        QCOMPARE(delimiterOf({head.constData(), static_cast<std::size_t>(head.size())}), delimiter);
    }

    void tellsTheLineThatARecordBeginsIn()
    {
        QByteArray bytes("a\n\n\"b\nb\nb\"\nc\r\nd\n");
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer, ',');
        QList<qint64> lines;
        while (reader.next())
            lines.append(reader.line());
        QCOMPARE(lines, (QList<qint64>{1, 3, 6, 7}));
    }

    void passesOverAMarkThatIsNeverClosed()
    {
        QByteArray bytes("a,b\nc,\"d\ne,f\n");
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer, ',');
        QVERIFY(reader.next() && !reader.refusal());
        QVERIFY(reader.next());
        QVERIFY(reader.refusal().has_value());
        QVERIFY(reader.refusal()->message.contains(QLatin1String("never closed")));
        QCOMPARE(reader.line(), qint64{2});
        QVERIFY(reader.cells().empty());
        QVERIFY(reader.next() && !reader.refusal());
        QCOMPARE(reader.line(), qint64{3});
        QVERIFY(reader.cells()[1] == "f");
        QVERIFY(!reader.next());
        QVERIFY(!reader.error());
    }

    void refusesARecord_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &record, const char *why) {
            QTest::newRow(name) << record << QString::fromLatin1(why);
        };
        row("no UTF-8", "a,\xe9\n", "UTF-8");
        row("a zero byte", QByteArray("a,b\0c\n", 6), "zero byte");
        row("too many cells", QByteArray(5000, ',') + '\n', "4096 cells");
        row("too long", QByteArray(17 * 1024 * 1024, 'x') + ",b\n", "16 MB");
        row("too long in marks", "\"" + QByteArray(17 * 1024 * 1024, 'x') + "\",b\n", "");
    }
    void refusesARecord()
    {
        QFETCH(QByteArray, record);
        QFETCH(QString, why);
        QByteArray bytes = "first\n" + record + "last\n";
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer, ',');
        QVERIFY(reader.next() && !reader.refusal());
        QVERIFY(reader.next());
        QVERIFY(reader.refusal().has_value());
        QVERIFY2(reader.refusal()->message.contains(why), qPrintable(reader.refusal()->message));
        QCOMPARE(reader.line(), qint64{2});
        QVERIFY(reader.next() && !reader.refusal());
        QCOMPARE(reader.line(), qint64{3});
        QVERIFY(reader.cells()[0] == "last");
        QVERIFY(!reader.next());
    }

    void holdsNoMoreThanALongRecordOfALongFile()
    {
        // 200 MB in one cell whose mark is never closed, and which has no line end either.
        Endless endless;
        QVERIFY(endless.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        CsvReader reader(endless, ',');
        QVERIFY(reader.next());
        QVERIFY(reader.refusal().has_value());
        QVERIFY(!reader.next());
        QVERIFY(endless.m_given > qint64{199} * 1024 * 1024);
    }

    void readsAFileOfManyChunks()
    {
        QByteArray bytes;
        constexpr int count = 200000;
        for (int i = 0; i < count; ++i)
            bytes += QByteArray::number(i) + ",\"a \"\"word\"\"\nand another " + QByteArray::number(i) + "\",end\r\n";
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer, ',');
        int i = 0;
        for (; reader.next(); ++i) {
            QCOMPARE(reader.cells().size(), 3U);
            const std::string number = std::to_string(i);
            QVERIFY(reader.cells()[0] == number);
            QVERIFY(reader.cells()[1] == "a \"word\"\nand another " + number);
            QVERIFY(reader.cells()[2] == "end");
            QCOMPARE(reader.line(), 1 + 2 * qint64{i});
        }
        QCOMPARE(i, count);
    }

private:
    static QStringList recordsOf(CsvReader &reader)
    {
        QStringList records;
        while (reader.next()) {
            QStringList cells;
            for (const std::string_view cell : reader.cells())
                cells.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
            records.append(cells.join(u'|'));
        }
        return records;
    }

    /// Gives a byte at a time.
    class Drip : public QIODevice
    {
    public:
        explicit Drip(QByteArray bytes)
            : m_bytes(std::move(bytes))
        {
        }

    protected:
        qint64 readData(char *data, qint64) override
        {
            if (m_at == m_bytes.size())
                return 0;
            *data = m_bytes[m_at++];
            return 1;
        }
        qint64 writeData(const char *, qint64) override { return -1; }

    private:
        QByteArray m_bytes;
        qsizetype m_at = 0;
    };

    class Endless : public QIODevice
    {
    public:
        qint64 m_given = 0;

    protected:
        qint64 readData(char *data, qint64 size) override
        {
            if (m_given >= qint64{200} * 1024 * 1024)
                return 0;
            std::memset(data, 'x', static_cast<std::size_t>(size));
            if (m_given == 0)
                *data = '"';
            m_given += size;
            return size;
        }
        qint64 writeData(const char *, qint64) override { return -1; }
    };
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
