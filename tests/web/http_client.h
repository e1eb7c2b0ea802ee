#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <string>
#include <string_view>
#include <unistd.h>

namespace attune::web {

/// A connection to a server of this machine, on which one request is made.
class Client {
  public:
    explicit Client(std::uint16_t port)
        : port_(port), socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const auto* any = reinterpret_cast<const sockaddr*>(&address);
        if (::connect(socket_, any, sizeof(address)) != 0) ADD_FAILURE() << "cannot connect to port " << port;
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { close(); }

    void send(std::string_view method, std::string_view path, std::string_view headers = "") {
        const auto text = std::string(method) + " " + std::string(path) +
                          " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
                          "\r\nConnection: close\r\nContent-Length: 0\r\n" + std::string(headers) + "\r\n";
        if (::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
            ADD_FAILURE() << "the request was not sent";
    }

    /// All that comes until the server closes the connection; empty if nothing does.
    std::string receive() {
        std::string all;
        char part[4096];
        for (ssize_t n = 0; (n = ::recv(socket_, part, sizeof(part), 0)) > 0;)
            all.append(part, static_cast<std::size_t>(n));
        return all;
    }

    void close() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
    }

  private:
    std::uint16_t port_;
    int socket_;
};

/// The status of what came back; 0: nothing did.
inline int status_of(const std::string& answer) {
    return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3));
}

/// The status that a request is answered with.
inline int status_of_asking(std::uint16_t port, std::string_view method, std::string_view path) {
    Client client(port);
    client.send(method, path);
    return status_of(client.receive());
}

}  // namespace attune::web
