// Clients that mean harm or do not know better, against a server with short limits.

#include "core/deployment/http_server.h"
#include "tests/core/deployment/http_client.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include <sys/resource.h>

namespace labelwright {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using tests::curl;
using tests::errorMessage;
using tests::localUrl;
using tests::RawClient;
using tests::served;

QByteArray postHead(const QByteArray& headers)
{
    return "POST /p HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
}

QByteArray bodyOf(const QByteArray& answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

/// A client that wants one answer, and how long it took to get it.
std::pair<int, Clock::duration> wellBehaved(quint16 port)
{
    const Clock::time_point start = Clock::now();
    const int status = curl({"-d", "good", localUrl(port, "/good")}).status;
    return {status, Clock::now() - start};
}

class HttpLimitsTest : public testing::Test
{
protected:
    HttpServerOptions m_options = [] {
        HttpServerOptions options;
        options.limits.bodyBytes = 100'000;
        options.limits.idleTime = 1s;
        options.limits.requestTime = 2s;
        return options;
    }();
};

} // namespace

TEST_F(HttpLimitsTest, RefusesABodyByItsLengthBeforeReadingIt)
{
    const auto server = served(m_options);
    ASSERT_TRUE(server);
    for (const char* length : {"100001", "5000000000", "18446744073709551615"}) {
        RawClient client(server->port());
        ASSERT_TRUE(client.send(postHead("Content-Length: " + QByteArray(length) + "\r\n")));
        const QByteArray answer = client.receive(500ms);
        EXPECT_TRUE(answer.startsWith("HTTP/1.1 413")) << answer.toStdString();
        EXPECT_TRUE(answer.contains("Connection: close"));
        EXPECT_EQ(errorMessage(bodyOf(answer)),
                  "The request's body is larger than the 100000 bytes that are allowed.");
        EXPECT_TRUE(client.isEnded());
    }
    const auto sent = curl({"--data-binary", "@-", localUrl(server->port(), "/p")},
                           QByteArray(3'000'000, 'x'));
    EXPECT_EQ(sent.status, 413);
    const auto allowed = curl({"--data-binary", "@-", localUrl(server->port(), "/p")},
                              QByteArray(100'000, 'x'));
    EXPECT_EQ(allowed.status, 200);
    EXPECT_TRUE(allowed.body.contains("body 100000 "));
}

TEST_F(HttpLimitsTest, CountsChunks)
{
    const auto server = served(m_options);
    ASSERT_TRUE(server);
    const auto post = [&](int bytes) {
        return curl({"-H", "Transfer-Encoding: chunked", "--data-binary", "@-",
                     localUrl(server->port(), "/p")},
                    QByteArray(bytes, 'x'));
    };
    EXPECT_EQ(post(100'000).status, 200);
    const auto over = post(150'000);
    EXPECT_EQ(over.status, 413);
    EXPECT_TRUE(errorMessage(over.body).contains("100000"));
    RawClient endless(server->port());
    ASSERT_TRUE(endless.send(postHead("Transfer-Encoding: chunked\r\n")));
    const QByteArray chunk = "2710\r\n" + QByteArray(10'000, 'x') + "\r\n";
    int sent = 0;
    while (sent < 1000 && endless.send(chunk))
        ++sent;
    EXPECT_LT(sent, 1000) << "The server read without end.";
}

TEST_F(HttpLimitsTest, BoundsTheMemoryOfAllBodies)
{
    m_options.limits.bodiesInMemory = 150'000;
    m_options.limits.requestTime = 20s;
    m_options.limits.idleTime = 20s;
    const auto server = served(m_options);
    ASSERT_TRUE(server);
    const auto post = [&] {
        return curl({"--data-binary", "@-", localUrl(server->port(), "/p")},
                    QByteArray(90'000, 'x'));
    };
    EXPECT_EQ(post().status, 200);
    {
        RawClient holder(server->port());
        ASSERT_TRUE(holder.send(postHead("Content-Length: 100000\r\n") + QByteArray(90'000, 'x')));
        // Its bytes are counted as they are read.
        while (post().status == 200)
            std::this_thread::sleep_for(10ms);
        const auto refused = post();
        EXPECT_EQ(refused.status, 503);
        EXPECT_TRUE(refused.headers.contains("Retry-After: 1"));
        EXPECT_FALSE(errorMessage(refused.body).isEmpty());
        const auto chunked = curl({"-H", "Transfer-Encoding: chunked", "--data-binary", "@-",
                                   localUrl(server->port(), "/p")},
                                  QByteArray(90'000, 'x'));
        EXPECT_EQ(chunked.status, 503);
    }
    const Clock::time_point start = Clock::now();
    while (post().status != 200 && Clock::now() - start < 5s)
        std::this_thread::sleep_for(10ms);
    EXPECT_EQ(post().status, 200);
}

TEST_F(HttpLimitsTest, BoundsHeadersAndUrls)
{
    const auto server = served(m_options);
    ASSERT_TRUE(server);
    const auto header = curl({"-H", "X-Long: " + QString(17'000, 'h'), localUrl(server->port(), "/")});
    EXPECT_EQ(header.status, 431);
    EXPECT_EQ(errorMessage(header.body), "The headers are larger than 16384 bytes.");
    const auto url = curl({localUrl(server->port(), '/' + QString(17'000, 'u'))});
    EXPECT_EQ(url.status, 414);
    EXPECT_EQ(errorMessage(url.body), "The URL is too long.");
    EXPECT_EQ(curl({localUrl(server->port(), '/' + QString(16'000, 'u'))}).status, 200);
    RawClient endless(server->port());
    ASSERT_TRUE(endless.send("GET / HTTP/1.1\r\nHost: x\r\n"));
    const QByteArray line = "X: " + QByteArray(1000, 'h') + "\r\n";
    for (int i = 0; i < 1000 && endless.send(line); ++i)
        std::this_thread::sleep_for(100us);
    EXPECT_FALSE(endless.send(line));
    RawClient many(server->port());
    many.send("GET / HTTP/1.1\r\nHost: x\r\n" + QByteArray("a:b\r\n").repeated(50'000) + "\r\n");
    EXPECT_TRUE(many.receive().contains("431")) << "many short headers";
}

TEST_F(HttpLimitsTest, TakesFormsApartWithinLimits)
{
    m_options.limits.formFields = 10;
    const auto server = served(m_options);
    ASSERT_TRUE(server);
    const auto form = [](int fields) {
        QByteArray body;
        for (int i = 0; i < fields; ++i)
            body += "--bb\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n\r\n";
        return body + "--bb--\r\n";
    };
    struct Case
    {
        const char* what;
        QByteArray type;
        QByteArray body;
        QByteArray status;
    };
    const QByteArray type = "multipart/form-data; boundary=bb";
    const Case cases[] = {
        {"as many as allowed", type, form(10), "200"},
        {"one more", type, form(11), "413"},
        {"many more", type, form(1500), "413"},
        {"upper case, quoted boundary", "Multipart/Form-Data; boundary=\"bb\"", form(2), "200"},
        {"no boundary", "multipart/form-data", form(1), "400"},
        {"empty", type, "", "400"},
        {"cut in the header", type, form(1).left(20), "400"},
        {"cut in the value", type, form(1).left(form(1).size() - 9) + "value", "400"},
        {"endless header", type,
         "--bb\r\nContent-Disposition: form-data; name=\"" + QByteArray(20'000, 'n'), "400"},
        {"no name", type, "--bb\r\nContent-Type: a/b\r\n\r\nvalue\r\n--bb--\r\n", "200"},
        {"other boundary", type, "--cc\r\n\r\n\r\n--cc--\r\n", "400"},
        {"nested", type,
         "--bb\r\nContent-Disposition: form-data; name=\"n\"\r\nContent-Type: multipart/mixed; "
         "boundary=cc\r\n\r\n--cc\r\nContent-Disposition: file; filename=\"f\"\r\n\r\nx\r\n--cc--\r\n"
         "--bb--\r\n",
         "200"},
    };
    for (const Case& c : cases) {
        RawClient client(server->port());
        client.send(postHead("Connection: close\r\nContent-Type: " + c.type +
                             "\r\nContent-Length: " + QByteArray::number(c.body.size()) + "\r\n") +
                    c.body);
        const QByteArray answer = client.receive();
        EXPECT_EQ(answer.mid(9, 3).toStdString(), c.status.toStdString())
            << c.what << ": " << answer.toStdString();
    }
    EXPECT_EQ(wellBehaved(server->port()).first, 200);
}

TEST_F(HttpLimitsTest, EndsClientsThatSayNothing)
{
    const auto server = served(m_options);
    ASSERT_TRUE(server);
    std::vector<RawClient> clients;
    const QByteArray beginnings[] = {"", "G", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\nX-H",
                                     postHead("Content-Length: 100\r\n") + "half",
                                     postHead("Transfer-Encoding: chunked\r\n") + "10\r\nhalf"};
    for (const QByteArray& beginning : beginnings) {
        clients.emplace_back(server->port());
        ASSERT_TRUE(clients.back().send(beginning));
    }
    const Clock::time_point start = Clock::now();
    for (RawClient& client : clients) {
        static_cast<void>(client.receive());
        EXPECT_TRUE(client.isEnded());
    }
    EXPECT_LT(Clock::now() - start, 4s);
    // One that has had its answer is ended as well.
    RawClient kept(server->port());
    ASSERT_TRUE(kept.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
    EXPECT_FALSE(kept.receiveAnswer().isEmpty());
    static_cast<void>(kept.receive());
    EXPECT_TRUE(kept.isEnded());
}

TEST_F(HttpLimitsTest, EndsClientsThatDripOrDoNotRead)
{
    std::atomic<int> handled = 0;
    m_options.limits.bodyBytes = 1 << 20;
    const auto server = served(m_options, [&](const HttpRequest& request, const HttpRespond& respond) {
        ++handled;
        request.path == "/large" ? respond({200, "text/plain", QByteArray(64 << 20, 'x'), {}})
                                 : tests::echoing(request, respond);
    });
    ASSERT_TRUE(server);
    RawClient line(server->port());
    RawClient header(server->port());
    RawClient body(server->port());
    RawClient reader(server->port());
    RawClient second(server->port());
    ASSERT_TRUE(header.send("GET / HTTP/1.1\r\nHost: x\r\nX-Drip: "));
    ASSERT_TRUE(body.send(postHead("Content-Length: 5000\r\n")));
    ASSERT_TRUE(reader.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n"));
    ASSERT_TRUE(second.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
    EXPECT_FALSE(second.receiveAnswer().isEmpty());
    ASSERT_TRUE(line.send("GET /"));
    int drops = 0;
    while (drops < 80 && (line.send("d") | header.send("d") | body.send("d") | second.send("d"))) {
        ++drops;
        std::this_thread::sleep_for(50ms);
    }
    EXPECT_LT(drops, 70) << "3.5 s";
    EXPECT_GT(drops, 30) << "1.5 s";
    for (RawClient* client : {&line, &header, &body, &second}) {
        const QByteArray answer = client->receive(500ms);
        EXPECT_TRUE(answer.startsWith("HTTP/1.1 408")) << answer.toStdString();
        EXPECT_EQ(errorMessage(bodyOf(answer)), "The request was not complete after 2 s.");
    }
    std::this_thread::sleep_for(1s);
    EXPECT_LT(reader.receive(500ms).size(), 64 << 20);
    EXPECT_TRUE(reader.isEnded());
    EXPECT_EQ(handled, 2);
    EXPECT_EQ(wellBehaved(server->port()).first, 200);
}

TEST_F(HttpLimitsTest, OutlivesGarbage)
{
    std::atomic<int> handled = 0;
    const auto server = served(m_options, [&](const HttpRequest& request, const HttpRespond& respond) {
        ++handled;
        tests::echoing(request, respond);
    });
    ASSERT_TRUE(server);
    const QByteArray host = "Host: x\r\n";
    const QByteArray cases[] = {
        "\r\n\r\n\r\n",
        QByteArray(5000, '\0'),
        QByteArray(50'000, '\xff'),
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET http:// HTTP/1.1\r\nno colon\r\n\r\n",
        postHead("Content-Length: -1\r\n") + "x",
        postHead("Content-Length: 1e3\r\n") + "x",
        postHead("Content-Length: 99999999999999999999999\r\n") + "x",
        postHead("Content-Length: 3\r\nContent-Length: 4\r\nConnection: close\r\n") + "abcd",
        postHead("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n",
        postHead("Transfer-Encoding: chunked\r\n") + "zz\r\n",
        postHead("Transfer-Encoding: chunked\r\n") + "ffffffffffffffff\r\nx",
        postHead("Transfer-Encoding: chunked\r\n") + "-5\r\nx",
        postHead("Transfer-Encoding: gzip\r\nContent-Length: 1\r\n") + "x",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    };
    for (const QByteArray& bytes : cases) {
        RawClient client(server->port());
        client.send(bytes);
        client.closeSending();
        const QByteArray answer = client.receive(3s);
        EXPECT_TRUE(client.isEnded()) << bytes.left(60).toStdString();
        EXPECT_FALSE(answer.startsWith("HTTP/1.1 200")) << bytes.left(60).toStdString() << answer.toStdString();
    }
    EXPECT_EQ(handled, 0);
    EXPECT_EQ(wellBehaved(server->port()).first, 200);
}

TEST_F(HttpLimitsTest, BoundsTheConnectionsOfOneAddress)
{
    m_options.limits.connectionsPerAddress = 5;
    const auto server = served(m_options);
    ASSERT_TRUE(server);
    std::vector<RawClient> clients;
    for (int i = 0; i < 8; ++i)
        clients.emplace_back(server->port());
    int answered = 0;
    for (RawClient& client : clients)
        answered += client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") && !client.receiveAnswer().isEmpty();
    EXPECT_EQ(answered, 5);
    clients.clear();
    std::this_thread::sleep_for(50ms);
    EXPECT_EQ(wellBehaved(server->port()).first, 200);
}

TEST_F(HttpLimitsTest, AnswersAGoodClientWhileAThousandDrip)
{
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 8192);
    setrlimit(RLIMIT_NOFILE, &files);
    m_options.limits.requestTime = 30s;
    const auto server = served(m_options);
    ASSERT_TRUE(server);
    std::vector<RawClient> drips;
    for (int i = 0; i < 1000; ++i) {
        drips.emplace_back(server->port());
        ASSERT_TRUE(drips.back().isConnected());
        drips.back().send(i % 2 == 0 ? QByteArray("GET / HTTP/1.1\r\nHost: x\r\nX: ")
                                     : postHead("Content-Length: 90000\r\n"));
    }
    std::jthread dripping([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            for (const RawClient& drip : drips)
                drip.send("d");
            std::this_thread::sleep_for(100ms);
        }
    });
    Clock::duration slowest{};
    for (int i = 0; i < 20; ++i) {
        const auto [status, took] = wellBehaved(server->port());
        EXPECT_EQ(status, 200);
        slowest = std::max(slowest, took);
        std::this_thread::sleep_for(50ms);
    }
    EXPECT_LT(slowest, 2s);
    RecordProperty("slowest_ms", int(slowest / 1ms));
}

} // namespace labelwright
