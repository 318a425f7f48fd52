// Command ferretdb is a judge for the tests of the embedded database: FerretDB v1 with its SQLite backend, on loopback,
// with telemetry off (the embedded package never starts a reporter). It prints its address as one line, keeps its
// files in the folder that it is given, and ends on SIGTERM or when its standard input is closed.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Logger:    slog.New(slog.NewTextHandler(io.Discard, nil)),
		Handler:   "sqlite",
		SQLiteURL: "file:" + os.Args[1] + "/",
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	ctx, ended := context.WithCancel(ctx)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		ended()
	}()
	go func() { fmt.Println(server.MongoDBURI()) }()
	_ = server.Run(ctx)
}
