#!/usr/bin/perl
# Reads mails by a library that knows nothing of ours, and tells as JSON what is in each.
use strict;
use warnings;
use Digest::SHA qw(sha256_hex);
use Email::Address::XS qw(parse_email_addresses);
use Email::MIME;
use Email::MIME::ContentType qw(parse_content_disposition parse_content_type);
use JSON::PP;

sub part {
    my ($mime) = @_;
    my $type = parse_content_type($mime->content_type // 'text/plain');
    my %told = (
        type => "$type->{type}/$type->{subtype}",
        charset => lc($type->{attributes}{charset} // ''),
        method => $type->{attributes}{method} // '',
        disposition => '',
        name => '',
    );
    if (defined(my $raw = $mime->header_raw('Content-Disposition'))) {
        my $disposition = parse_content_disposition($raw);
        $told{disposition} = $disposition->{type};
        $told{name} = $disposition->{attributes}{filename} // '';
    }
    my @inner = $mime->subparts;
    if (@inner) {
        $told{parts} = [map { part($_) } @inner];
    } else {
        $told{sha256} = sha256_hex($mime->body);
        $told{text} = $mime->body_str if $told{charset};
    }
    return \%told;
}

sub people {
    my ($mime, $name) = @_;
    my $raw = $mime->header_raw($name) // '';
    # A name is decoded after the line is taken apart: what it says cannot end it.
    return [map { [Email::MIME::Encode::mime_decode($_->phrase // ''), $_->address] }
            parse_email_addresses($raw)];
}

sub mail {
    my ($file) = @_;
    open(my $read, '<:raw', $file) or die "$file: $!";
    local $/;
    my $mime = Email::MIME->new(scalar <$read>);
    return {
        names => [$mime->header_names],
        subject => $mime->header_str('Subject'),
        id => $mime->header_str('Message-ID'),
        date => $mime->header_str('Date'),
        reply_to => people($mime, 'Reply-To'),
        unsubscribe => $mime->header_str('List-Unsubscribe') // '',
        from => people($mime, 'From'),
        to => people($mime, 'To'),
        content => part($mime),
    };
}

print JSON::PP->new->utf8->canonical->encode([map { mail($_) } @ARGV]);
