// Community
